"""Series of SeededRandom, from a second implementation of SplitMix64 and xoshiro256** after their authors' description.

Checked against published values first: SplitMix64 of seed 1234567 and xoshiro256** from the state 1, 2, 3, 4.
Needs nothing but Python: `python3 tools/reference/seeded_random.py`.
"""

import json
import math
import pathlib

MASK = (1 << 64) - 1


def splitmix(seed):
    while True:
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        yield z ^ (z >> 31)


def first(series, count):
    return [next(series) for _ in range(count)]


def rotate(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


def xoshiro(state):
    s = list(state)
    while True:
        yield (rotate((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate(s[3], 45)


def series(seed):
    return xoshiro(first(splitmix(seed), 4))


def integer(bits, bound):
    while True:
        product = next(bits) * bound
        if product & MASK >= (1 << 64) % bound:
            return product >> 64


def double(bits):
    return (next(bits) >> 11) * 2.0 ** -53


def gaussian(bits):
    radius = math.sqrt(-2 * math.log(1 - double(bits)))
    return radius * math.cos(2 * math.pi * double(bits))


def shuffled(bits, count):
    items = list(range(count))
    for last in range(count - 1, 0, -1):
        other = integer(bits, last + 1)
        items[last], items[other] = items[other], items[last]
    return items


def derive(seed, *streams):
    for stream in streams:
        mixed = next(splitmix(seed)) ^ rotate((stream * 0x9E3779B97F4A7C15) & MASK, 32)
        seed = next(splitmix(mixed))
    return seed


assert first(splitmix(1234567), 3) == [6457827717110365317, 3203168211198807973, 9817491932198370423]
assert first(xoshiro([1, 2, 3, 4]), 4) == [11520, 0, 1509978240, 1215971899390074240]

HUGE = (1 << 62) + 1
cases = [
    {
        "seed": str(seed),
        "bits": [str(x) for x in first(series(seed), 8)],
        "integers": [integer(b, 10) for b in [series(seed)] for _ in range(16)],
        "hugeIntegers": [integer(b, HUGE) for b in [series(seed)] for _ in range(16)],
        "doubles": [double(b) for b in [series(seed)] for _ in range(4)],
        "gaussians": [gaussian(b) for b in [series(seed)] for _ in range(4)],
        "shuffled": shuffled(series(seed), 12),
        "derived": [str(derive(seed, 0)), str(derive(seed, 7)), str(derive(seed, 7, 9)), str(derive(seed, 9, 7))],
    }
    for seed in (0, 1, 42, MASK)
]
target = pathlib.Path(__file__).resolve().parents[2] / "tests" / "Fixtures" / "seeded_random.json"
target.write_text(json.dumps(cases, indent=1) + "\n")
