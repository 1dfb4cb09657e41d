"""Handwriting-like curves for signatures."""

import math
import random


def scribble(chance: random.Random, width: float, height: float) -> tuple[tuple[float, float], ...]:
    """Points of one signature stroke inside `width` × `height`, origin at its upper or lower left corner."""
    loops = chance.uniform(2.5, 5.5)
    swing = chance.uniform(0.08, 0.17)
    phase = chance.uniform(0, math.tau)
    second = chance.uniform(0.12, 0.3)
    steps = 90
    points = []
    for step in range(steps + 1):
        t = step / steps
        fade = 0.35 + 0.65 * math.sin(math.pi * min(1.0, 0.15 + t * 0.95))
        x = 0.12 + 0.76 * t + swing * math.sin(math.tau * loops * t + phase)
        y = 0.5 + fade * 0.36 * math.cos(math.tau * loops * t + phase * 1.3)
        y += second * 0.4 * math.sin(math.tau * t * 1.2 + phase)
        points.append((width * min(max(x, 0.0), 1.0), height * min(max(y, 0.02), 0.98)))
    return tuple(points)
