"""PNG files for the tests of the decoder, made with zlib and this page's own filters, and pixels to compare with.

Sound files use every filter, every kind of pixel and data cut into pieces; the others break one rule each.
Needs nothing but Python: `python3 tools/reference/png_files.py`.
"""

import base64
import json
import pathlib
import random
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KINDS = {1: 0, 3: 2, 4: 6}


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def header(width, height, bits=8, kind=0, interlace=0):
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, interlace))


def paeth(a, b, c):
    p = a + b - c
    distances = [abs(p - a), abs(p - b), abs(p - c)]
    return [a, b, c][distances.index(min(distances))]


def filtered(rows, step, filters):
    out = bytearray()
    above = bytes(len(rows[0]))
    for row, kind in zip(rows, filters):
        out.append(kind)
        for i, x in enumerate(row):
            a = row[i - step] if i >= step else 0
            b = above[i]
            c = above[i - step] if i >= step else 0
            guess = [0, a, b, (a + b) // 2, paeth(a, b, c)][kind]
            out.append((x - guess) % 256)
        above = row
    return bytes(out)


def picture(width, height, channels):
    draw = random.Random(width * 1000 + height * 10 + channels)
    smooth = [[(x * 9 + y * 5 + c * 40 + draw.randrange(40)) % 256 for x in range(width) for c in range(channels)] for y in range(height)]
    return [bytes(row) for row in smooth]


def data(packed, piece=None):
    piece = piece or len(packed)
    return b"".join(chunk(b"IDAT", packed[i : i + piece]) for i in range(0, len(packed), piece))


END = chunk(b"IEND", b"")
good, bad = [], []


def sound(name, width, height, channels, filters, piece=None, before=b"", after=b"", level=9):
    rows = picture(width, height, channels)
    filters = (filters * height)[:height]
    packed = zlib.compress(filtered(rows, channels, filters), level)
    file = SIGNATURE + header(width, height, kind=KINDS[channels]) + before + data(packed, piece) + after + END
    good.append({"name": name, "width": width, "height": height, "channels": channels,
                 "file": base64.b64encode(file).decode(), "pixels": base64.b64encode(b"".join(rows)).decode()})


for channels in KINDS:
    for kind in range(5):
        sound(f"{channels} channels, filter {kind}", 7, 6, channels, [kind])
    sound(f"{channels} channels, all filters", 9, 11, channels, [0, 1, 2, 3, 4])
sound("one pixel", 1, 1, 3, [4])
sound("one column", 1, 9, 1, [3, 4, 1])
sound("data in single bytes", 5, 5, 1, [4], piece=1)
sound("stored, not packed", 5, 5, 3, [2], level=0)
sound("text and palette around the data", 4, 4, 3, [0], before=chunk(b"PLTE", bytes(6)) + chunk(b"tEXt", b"Title\0x"), after=chunk(b"tIME", bytes(7)))
sound("an empty data chunk first", 3, 3, 1, [0], before=chunk(b"IDAT", b""))

ROWS = picture(4, 4, 1)
RAW = filtered(ROWS, 1, [0] * 4)
PACKED = zlib.compress(RAW)
HEAD = SIGNATURE + header(4, 4)


def broken(name, file):
    bad.append({"name": name, "file": base64.b64encode(file).decode()})


def packer():
    return zlib.compressobj(9, zlib.DEFLATED, 15, zdict=b"a dictionary nobody has")


preset = packer()
broken("no bytes", b"")
broken("no PNG signature", b"\x89PNF" + (HEAD + data(PACKED) + END)[4:])
broken("no header", SIGNATURE + data(PACKED) + END)
broken("header of 14 bytes", SIGNATURE + chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0) + b"\0") + data(PACKED) + END)
broken("width 0", SIGNATURE + header(0, 4) + data(PACKED) + END)
broken("height 0", SIGNATURE + header(4, 0) + data(PACKED) + END)
broken("huge width", SIGNATURE + header(0xFFFFFFFF, 4) + data(PACKED) + END)
broken("more pixels than the limit", SIGNATURE + header(100000, 100000) + data(PACKED) + END)
broken("more pixels than the file can hold", SIGNATURE + header(8000, 8000) + data(PACKED) + END)
broken("16 bits", SIGNATURE + header(4, 4, bits=16) + data(PACKED) + END)
broken("palette", SIGNATURE + header(4, 4, kind=3) + chunk(b"PLTE", bytes(6)) + data(PACKED) + END)
broken("gray with alpha", SIGNATURE + header(4, 4, kind=4) + data(PACKED) + END)
broken("interlaced", SIGNATURE + header(4, 4, interlace=1) + data(PACKED) + END)
broken("wrong checksum of a chunk", HEAD[:-1] + bytes([HEAD[-1] ^ 1]) + data(PACKED) + END)
broken("two headers", HEAD + header(4, 4) + data(PACKED) + END)
broken("no data", HEAD + END)
broken("unknown critical chunk", HEAD + chunk(b"ABCD", b"") + data(PACKED) + END)
broken("chunk longer than the file", HEAD + struct.pack(">I", 0x7FFFFFFF) + b"IDAT" + PACKED)
broken("data in two places", HEAD + data(PACKED[:8]) + chunk(b"tEXt", b"a\0b") + data(PACKED[8:]) + END)
broken("more data behind the end of the data", HEAD + data(PACKED) + chunk(b"tEXt", b"a\0b") + data(PACKED) + END)
broken("data not packed", HEAD + data(RAW) + END)
broken("data needs a dictionary", HEAD + data(preset.compress(RAW) + preset.flush()) + END)
broken("a row too few", HEAD + data(zlib.compress(RAW[:-5])) + END)
broken("a byte too few", HEAD + data(zlib.compress(RAW[:-1])) + END)
broken("a byte too many", HEAD + data(zlib.compress(RAW + b"\0")) + END)
broken("filter 5", HEAD + data(zlib.compress(b"\x05" + RAW[1:])) + END)
broken("wrong checksum of the rows", HEAD + data(PACKED[:-1] + bytes([PACKED[-1] ^ 1])) + END)
for missing in range(1, len(PACKED)):
    broken(f"{missing} bytes of the data missing", HEAD + data(PACKED[:-missing]) + END)
broken("no end", HEAD + data(PACKED))
broken("an end with content", HEAD + data(PACKED) + chunk(b"IEND", b"x"))
broken("something behind the end", HEAD + data(PACKED) + END + b"\0")

target = pathlib.Path(__file__).resolve().parents[2] / "tests" / "Fixtures" / "png_files.json"
target.write_text(json.dumps({"good": good, "bad": bad}, indent=1) + "\n")
