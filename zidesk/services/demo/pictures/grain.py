"""Sensor noise, from a given source of chance: PIL's own noise draws on a clock-seeded generator."""

import random
from functools import lru_cache

from PIL import Image

_TILE = 512


def grain(size: tuple[int, int], chance: random.Random, strength: int) -> Image.Image:
    """A grey picture of noise between 0 and `strength`, about half of it on average."""
    tile = _tile(chance.randrange(4), strength)
    field = Image.new("L", size)
    shift_x, shift_y = chance.randrange(_TILE), chance.randrange(_TILE)
    for y in range(-shift_y, size[1], _TILE):
        for x in range(-shift_x, size[0], _TILE):
            field.paste(tile, (x, y))
    return field


@lru_cache(maxsize=32)
def _tile(number: int, strength: int) -> Image.Image:
    """Sum of three even draws: close to the bell curve a sensor has."""
    source = random.Random(f"derau {number}")
    parts = [Image.frombytes("L", (_TILE, _TILE), source.randbytes(_TILE * _TILE)) for _ in range(3)]
    mean = Image.blend(Image.blend(parts[0], parts[1], 0.5), parts[2], 1 / 3)
    return mean.point([min(strength, value * strength // 255) for value in range(256)])
