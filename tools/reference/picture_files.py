"""Picture files for the tests of Gan.Net.Imaging, the pixels Pillow reads from them, and pictures that Pillow resized.

Needs Pillow (Debian: python3-pil): `python3 tools/reference/picture_files.py`. 16-bit PNG files are made with zlib, because Pillow
neither writes nor rounds most of them; their pixels are the numbers rounded to 8 bits.
"""

import base64
import io
import json
import pathlib
import struct
import zlib

from PIL import Image, ImageOps

WIDTH, HEIGHT = 23, 17
pictures, broken, resized = [], [], []


def text(content):
    return base64.b64encode(content).decode()


def colours(width=WIDTH, height=HEIGHT):
    image = Image.new("RGB", (width, height))
    for y in range(height):
        for x in range(width):
            image.putpixel((x, y), (x * 11 % 256, y * 15 % 256, (x * x + y * 9) % 256))
    return image


def saved(image, kind, **options):
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def keep(name, kind, file, mode, pixels=None, size=None, tolerance=0):
    if pixels is None:
        seen = ImageOps.exif_transpose(Image.open(io.BytesIO(file))).convert(mode)
        pixels, size = seen.tobytes(), seen.size
    pictures.append({"name": name, "format": kind, "width": size[0], "height": size[1], "channels": {"L": 1, "RGB": 3, "RGBA": 4}[mode],
                     "tolerance": tolerance, "file": text(file), "pixels": text(pixels)})


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width, height, bits, kind, rows, before=b"", interlace=0):
    header = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, interlace)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def sixteen(kind, channels):
    numbers = [[(x * 2861 + y * 977 + c * 12289 + 128) % 65536 for x in range(WIDTH) for c in range(channels)] for y in range(HEIGHT)]
    rows = b"".join(b"\0" + struct.pack(f">{len(row)}H", *row) for row in numbers)
    rounded = bytes((number + 128) // 257 for row in numbers for number in row)
    return png(WIDTH, HEIGHT, 16, kind, rows), rounded


rgb = colours()
gray = rgb.convert("L")
clear = rgb.convert("RGBA")
for x in range(WIDTH):
    clear.putpixel((x, 3), (200, 100, 50, x * 11))

keep("PNG gray", "Png", saved(gray, "PNG"), "L")
keep("PNG colours", "Png", saved(rgb, "PNG"), "RGB")
keep("PNG transparency", "Png", saved(clear, "PNG"), "RGBA")
keep("PNG gray and transparency", "Png", saved(clear.convert("LA"), "PNG"), "RGBA")
keep("PNG palette", "Png", saved(rgb.quantize(16), "PNG"), "RGB")
keep("PNG palette of 4 bits with a transparent colour", "Png", saved(rgb.quantize(5), "PNG", transparency=2), "RGBA")
keep("PNG 1 bit", "Png", saved(gray.convert("1"), "PNG"), "L")
keep("PNG gray with a transparent level", "Png", saved(gray, "PNG", transparency=20), "RGBA")
for name, kind, channels, mode in [("gray", 0, 1, "L"), ("colours", 2, 3, "RGB"), ("colours and transparency", 6, 4, "RGBA")]:
    file, rounded = sixteen(kind, channels)
    keep(f"PNG 16 bits, {name}", "Png", file, mode, rounded, (WIDTH, HEIGHT), tolerance=0 if mode == "L" else 1)
file, rounded = sixteen(4, 2)
keep("PNG 16 bits, gray and transparency", "Png", file, "RGBA", bytes(rounded[i + c] for i in range(0, len(rounded), 2) for c in (0, 0, 0, 1)), (WIDTH, HEIGHT))
# Interlaced, 2x2: the first, sixth and seventh pass have pixels.
keep("PNG interlaced", "Png", png(2, 2, 8, 0, bytes([0, 10, 0, 20, 0, 30, 40]), interlace=1), "L", bytes([10, 20, 30, 40]), (2, 2))

keep("JPEG colours", "Jpeg", saved(rgb, "JPEG", quality=95), "RGB", tolerance=2)
keep("JPEG colours, full chroma", "Jpeg", saved(rgb, "JPEG", quality=90, subsampling=0), "RGB", tolerance=2)
keep("JPEG gray", "Jpeg", saved(gray, "JPEG"), "L", tolerance=1)
keep("JPEG progressive", "Jpeg", saved(rgb, "JPEG", progressive=True), "RGB", tolerance=2)
keep("JPEG CMYK", "Jpeg", saved(rgb.convert("CMYK"), "JPEG", quality=95), "RGB", tolerance=2)
for turn in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = turn
    keep(f"JPEG orientation {turn}", "Jpeg", saved(rgb, "JPEG", quality=95, exif=exif), "RGB", tolerance=2)
    if turn == 6:
        keep("WebP orientation 6", "WebP", saved(rgb, "WEBP", lossless=True, exif=exif), "RGB")

keep("WebP lossy", "WebP", saved(rgb, "WEBP"), "RGB", tolerance=1)
keep("WebP lossless", "WebP", saved(rgb, "WEBP", lossless=True), "RGB")
keep("WebP transparency", "WebP", saved(clear, "WEBP", lossless=True, exact=True), "RGBA")
keep("WebP animation", "WebP", saved(rgb, "WEBP", lossless=True, save_all=True, append_images=[rgb.transpose(Image.Transpose.ROTATE_180)]), "RGB")
keep("BMP colours", "Bmp", saved(rgb, "BMP"), "RGB")
keep("BMP gray palette", "Bmp", saved(gray, "BMP"), "RGB")
keep("BMP palette", "Bmp", saved(rgb.quantize(16), "BMP"), "RGB")
keep("GIF", "Gif", saved(rgb.quantize(64), "GIF"), "RGB")
keep("GIF animation", "Gif", saved(rgb.quantize(64), "GIF", save_all=True, append_images=[rgb.transpose(Image.Transpose.ROTATE_180).quantize(64)]), "RGB")
keep("GIF with a transparent colour", "Gif", saved(rgb.quantize(5), "GIF", transparency=2), "RGBA")

small = gray.crop((0, 0, 4, 4))
rows = b"".join(b"\0" + small.crop((0, y, 4, y + 1)).tobytes() for y in range(4))
sound = png(4, 4, 8, 0, rows)
for name, file in [
    ("wrong checksum of the header", sound[:32] + bytes([sound[32] ^ 1]) + sound[33:]),
    ("width 0", png(0, 4, 8, 0, rows)),
    ("no data", sound[:33] + chunk(b"IEND", b"")),
    ("data not packed", sound[:33] + chunk(b"IDAT", rows) + chunk(b"IEND", b"")),
    ("a row too few", png(4, 4, 8, 0, rows[:-5])),
    ("filter 5", png(4, 4, 8, 0, b"\5" + rows[1:])),
    ("palette that is missing", png(4, 4, 8, 3, rows)),
    ("3 bits", png(4, 4, 3, 0, rows)),
]:
    broken.append({"name": name, "file": text(file)})

source = colours(61, 47).point(lambda value: 60 + value * 130 // 256)  # far from 0 and 255: Pillow cuts off between the two directions
for size in [(61, 47), (20, 20), (7, 31), (70, 60), (1, 1), (61, 12)]:
    for name, kind in [("Bilinear", Image.Resampling.BILINEAR), ("Bicubic", Image.Resampling.BICUBIC), ("Lanczos", Image.Resampling.LANCZOS)]:
        resized.append({"filter": name, "width": size[0], "height": size[1], "pixels": text(source.resize(size, kind).tobytes())})

target = pathlib.Path(__file__).resolve().parents[2] / "tests" / "Fixtures" / "picture_files.json"
target.write_text(json.dumps({"pictures": pictures, "broken": broken, "source": {"width": 61, "height": 47, "pixels": text(source.tobytes())},
                              "resized": resized}, indent=1) + "\n")
