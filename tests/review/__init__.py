"""What people make of a talk once it is over."""
