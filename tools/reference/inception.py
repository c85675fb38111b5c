"""Features of a FID Inception v3 with made-up weights, transcribed in PyTorch from the published description, and its three ways of
resizing. Writes tests/Fixtures/inception.json; weights and images follow from their names by a formula, so that the file holds results only.

Needs a Python with torch, NumPy and Pillow: `python3 tools/reference/inception.py`. With a path, it also saves the network as a .pth of the
published form, to try tools/inception-weights.py on.
"""

import json
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import nn

FIXTURE = pathlib.Path(__file__).resolve().parents[2] / "tests" / "Fixtures" / "inception.json"


def unit_numbers(name, count):
    """count numbers in [0, 1) with 24 bits, by SplitMix64 from the FNV-1a hash of the name."""
    seed = 0xCBF29CE484222325
    for byte in name.encode():
        seed = ((seed ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(40)).astype(np.float64) / (1 << 24)


def made_up(name, shape):
    """Weights that keep activations near 1 through 94 layers."""
    u = unit_numbers(name, int(np.prod(shape)))
    if name.endswith("conv.weight"):
        values = (2 * u - 1) * np.sqrt(6.0 / np.prod(shape[1:]))
    elif name == "fc.weight":
        values = (2 * u - 1) * np.sqrt(3.0 / shape[1])
    elif name.endswith("bn.weight"):
        values = 0.75 + 0.5 * u
    elif name.endswith("running_var"):
        values = 0.5 + u
    else:
        values = 0.4 * u - 0.2
    return torch.from_numpy(values.astype(np.float32).reshape(shape))


def picture(name, shape):
    """Bytes with large shapes and fine grain."""
    n, c, h, w = shape
    grain = unit_numbers(name, n * c * h * w).reshape(shape)
    y, x = np.meshgrid(np.arange(h), np.arange(w), indexing="ij")
    waves = (((x // 5 + 2 * (y // 7)) % 9) / 8.0)[None, None]
    return torch.from_numpy(np.floor((0.7 * waves + 0.3 * grain) * 255.999).astype(np.uint8))


class Unit(nn.Module):
    def __init__(self, inputs, outputs, **conv):
        super().__init__()
        self.conv = nn.Conv2d(inputs, outputs, bias=False, **conv)
        self.bn = nn.BatchNorm2d(outputs, eps=0.001)

    def forward(self, x):
        return F.relu(self.bn(self.conv(x)))


def average(x):
    return F.avg_pool2d(x, 3, stride=1, padding=1, count_include_pad=False)


class A(nn.Module):
    def __init__(self, inputs, pooled):
        super().__init__()
        self.branch1x1 = Unit(inputs, 64, kernel_size=1)
        self.branch5x5_1 = Unit(inputs, 48, kernel_size=1)
        self.branch5x5_2 = Unit(48, 64, kernel_size=5, padding=2)
        self.branch3x3dbl_1 = Unit(inputs, 64, kernel_size=1)
        self.branch3x3dbl_2 = Unit(64, 96, kernel_size=3, padding=1)
        self.branch3x3dbl_3 = Unit(96, 96, kernel_size=3, padding=1)
        self.branch_pool = Unit(inputs, pooled, kernel_size=1)

    def forward(self, x):
        five = self.branch5x5_2(self.branch5x5_1(x))
        double = self.branch3x3dbl_3(self.branch3x3dbl_2(self.branch3x3dbl_1(x)))
        return torch.cat([self.branch1x1(x), five, double, self.branch_pool(average(x))], 1)


class B(nn.Module):
    def __init__(self, inputs):
        super().__init__()
        self.branch3x3 = Unit(inputs, 384, kernel_size=3, stride=2)
        self.branch3x3dbl_1 = Unit(inputs, 64, kernel_size=1)
        self.branch3x3dbl_2 = Unit(64, 96, kernel_size=3, padding=1)
        self.branch3x3dbl_3 = Unit(96, 96, kernel_size=3, stride=2)

    def forward(self, x):
        double = self.branch3x3dbl_3(self.branch3x3dbl_2(self.branch3x3dbl_1(x)))
        return torch.cat([self.branch3x3(x), double, F.max_pool2d(x, 3, stride=2)], 1)


class C(nn.Module):
    def __init__(self, inputs, width):
        super().__init__()
        row, column = dict(kernel_size=(1, 7), padding=(0, 3)), dict(kernel_size=(7, 1), padding=(3, 0))
        self.branch1x1 = Unit(inputs, 192, kernel_size=1)
        self.branch7x7_1 = Unit(inputs, width, kernel_size=1)
        self.branch7x7_2 = Unit(width, width, **row)
        self.branch7x7_3 = Unit(width, 192, **column)
        self.branch7x7dbl_1 = Unit(inputs, width, kernel_size=1)
        self.branch7x7dbl_2 = Unit(width, width, **column)
        self.branch7x7dbl_3 = Unit(width, width, **row)
        self.branch7x7dbl_4 = Unit(width, width, **column)
        self.branch7x7dbl_5 = Unit(width, 192, **row)
        self.branch_pool = Unit(inputs, 192, kernel_size=1)

    def forward(self, x):
        seven = self.branch7x7_3(self.branch7x7_2(self.branch7x7_1(x)))
        double = self.branch7x7dbl_3(self.branch7x7dbl_2(self.branch7x7dbl_1(x)))
        double = self.branch7x7dbl_5(self.branch7x7dbl_4(double))
        return torch.cat([self.branch1x1(x), seven, double, self.branch_pool(average(x))], 1)


class D(nn.Module):
    def __init__(self, inputs):
        super().__init__()
        self.branch3x3_1 = Unit(inputs, 192, kernel_size=1)
        self.branch3x3_2 = Unit(192, 320, kernel_size=3, stride=2)
        self.branch7x7x3_1 = Unit(inputs, 192, kernel_size=1)
        self.branch7x7x3_2 = Unit(192, 192, kernel_size=(1, 7), padding=(0, 3))
        self.branch7x7x3_3 = Unit(192, 192, kernel_size=(7, 1), padding=(3, 0))
        self.branch7x7x3_4 = Unit(192, 192, kernel_size=3, stride=2)

    def forward(self, x):
        seven = self.branch7x7x3_4(self.branch7x7x3_3(self.branch7x7x3_2(self.branch7x7x3_1(x))))
        return torch.cat([self.branch3x3_2(self.branch3x3_1(x)), seven, F.max_pool2d(x, 3, stride=2)], 1)


class E(nn.Module):
    def __init__(self, inputs, pool):
        super().__init__()
        self.pool = pool
        self.branch1x1 = Unit(inputs, 320, kernel_size=1)
        self.branch3x3_1 = Unit(inputs, 384, kernel_size=1)
        self.branch3x3_2a = Unit(384, 384, kernel_size=(1, 3), padding=(0, 1))
        self.branch3x3_2b = Unit(384, 384, kernel_size=(3, 1), padding=(1, 0))
        self.branch3x3dbl_1 = Unit(inputs, 448, kernel_size=1)
        self.branch3x3dbl_2 = Unit(448, 384, kernel_size=3, padding=1)
        self.branch3x3dbl_3a = Unit(384, 384, kernel_size=(1, 3), padding=(0, 1))
        self.branch3x3dbl_3b = Unit(384, 384, kernel_size=(3, 1), padding=(1, 0))
        self.branch_pool = Unit(inputs, 192, kernel_size=1)

    def forward(self, x):
        three = self.branch3x3_1(x)
        double = self.branch3x3dbl_2(self.branch3x3dbl_1(x))
        return torch.cat([
            self.branch1x1(x), self.branch3x3_2a(three), self.branch3x3_2b(three),
            self.branch3x3dbl_3a(double), self.branch3x3dbl_3b(double), self.branch_pool(self.pool(x))], 1)


class Inception(nn.Module):
    def __init__(self):
        super().__init__()
        self.Conv2d_1a_3x3 = Unit(3, 32, kernel_size=3, stride=2)
        self.Conv2d_2a_3x3 = Unit(32, 32, kernel_size=3)
        self.Conv2d_2b_3x3 = Unit(32, 64, kernel_size=3, padding=1)
        self.Conv2d_3b_1x1 = Unit(64, 80, kernel_size=1)
        self.Conv2d_4a_3x3 = Unit(80, 192, kernel_size=3)
        self.Mixed_5b, self.Mixed_5c, self.Mixed_5d = A(192, 32), A(256, 64), A(288, 64)
        self.Mixed_6a = B(288)
        self.Mixed_6b, self.Mixed_6c, self.Mixed_6d, self.Mixed_6e = C(768, 128), C(768, 160), C(768, 160), C(768, 192)
        self.Mixed_7a = D(768)
        self.Mixed_7b = E(1280, average)
        self.Mixed_7c = E(2048, lambda x: F.max_pool2d(x, 3, stride=1, padding=1))
        self.fc = nn.Linear(2048, 1008)

    def forward(self, x):
        taps = []
        x = F.max_pool2d(self.Conv2d_2b_3x3(self.Conv2d_2a_3x3(self.Conv2d_1a_3x3(x))), 3, stride=2)
        taps.append(x)
        x = F.max_pool2d(self.Conv2d_4a_3x3(self.Conv2d_3b_1x1(x)), 3, stride=2)
        taps.append(x)
        x = self.Mixed_6a(self.Mixed_5d(self.Mixed_5c(self.Mixed_5b(x))))
        x = self.Mixed_6e(self.Mixed_6d(self.Mixed_6c(self.Mixed_6b(x))))
        taps.append(x)
        taps.append(self.Mixed_7c(self.Mixed_7b(self.Mixed_7a(x))))
        return [tap.mean((2, 3)) for tap in taps]


def pytorch_fid(images):
    return 2 * F.interpolate(images.float() / 255, size=(299, 299), mode="bilinear", align_corners=False) - 1


def tensorflow(images):
    """TensorFlow 1's resize_bilinear with align_corners=False, one output pixel after another along each axis."""
    x = images.numpy().astype(np.float32)

    def places(size):
        scale = np.float32(size) / np.float32(299)
        place = np.arange(299, dtype=np.float32) * scale
        low = np.floor(place).astype(int)
        return low, np.minimum(low + 1, size - 1), place - np.floor(place)

    (t, b, dy), (l, r, dx) = places(x.shape[2]), places(x.shape[3])
    top = x[:, :, t][..., l] + (x[:, :, t][..., r] - x[:, :, t][..., l]) * dx
    bottom = x[:, :, b][..., l] + (x[:, :, b][..., r] - x[:, :, b][..., l]) * dx
    return torch.from_numpy((top + (bottom - top) * dy[:, None] - 128) / 128)


def clean(images):
    def resize(channel):
        return np.asarray(Image.fromarray(channel.astype(np.float32), mode="F").resize((299, 299), Image.BICUBIC)).clip(0, 255)

    channels = [[resize(channel) for channel in image] for image in images.numpy()]
    return torch.from_numpy((np.array(channels) - 128) / 128).float()


def short(values):
    return [float(f"{value:.8g}") for value in values.double().flatten().tolist()]


torch.set_num_threads(2)
net = Inception().eval()
state = {name: made_up(name, tuple(tensor.shape)) for name, tensor in net.state_dict().items() if not name.endswith("num_batches_tracked")}
net.load_state_dict(state, strict=False)
if len(sys.argv) > 1:
    torch.save(state, sys.argv[1])
cases = {"parameters": sum(p.numel() for p in net.parameters()), "units": sum(isinstance(m, Unit) for m in net.modules())}
with torch.no_grad():
    for name, shape, resize in [
        ("small", (1, 3, 32, 32), pytorch_fid), ("small", (1, 3, 32, 32), tensorflow), ("small", (1, 3, 32, 32), clean), ("wide", (1, 3, 320, 400), clean)]:
        pixels = resize(picture(name, shape))
        key = f"{name}-{resize.__name__}"
        cases[key] = {"shape": shape, "pixels": short(pixels[0, :, ::37, ::41])}
        if resize is pytorch_fid:
            taps = net(pixels)
            assert 0.01 < taps[-1].std() < 100, taps[-1].std()
            cases[key] |= {str(tap.shape[1]): short(tap) for tap in taps}
            cases[key]["logits"] = short(taps[3] @ net.fc.weight.T)[:200]
FIXTURE.write_text(json.dumps(cases, separators=(",", ":")) + "\n")
