"""Many people on one server at once: what `tests.benchmarks.load` is made of."""
