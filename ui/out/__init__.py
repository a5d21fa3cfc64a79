"""What leaves Maju: files and paper, by addresses of their own beside the app, each asked for by somebody who may have it."""
