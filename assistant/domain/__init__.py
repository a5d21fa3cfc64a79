"""What Maju talks about: frozen values and the pure questions they answer. Standard library only."""
