"""The parts pages are made of. Each shows one value and emits intents; imports theme, icons and the domain."""
