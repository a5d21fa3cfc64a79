"""One module per page: `render(engine, screen)` draws, forwards, reruns. What is true of a deal is decided under `assistant`."""
