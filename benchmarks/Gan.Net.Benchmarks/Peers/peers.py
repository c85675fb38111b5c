"""The other side of `benchmarks -- peers`: the same steps in PyTorch.

The loop of the tutorials: two backward passes for the discriminator, gradients for the opponent that nobody uses, one optimizer
call per parameter. TextbookGame.cs is the same on TorchSharp.

Prints a line that names the version and the library behind matrix products, then reads one JSON request a line and answers one
JSON line each:
  {"row": "ring", "latents": "fresh", "steps": 100}  ->  {"seconds": 0.07}
`peers.py first-step ROW` makes one step and prints "done"; `peers.py memory ROW STEPS` prints the peak resident size in KiB;
`peers.py sample COUNT FILE` writes samples as an IDX file.
"""
import gzip
import json
import struct
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(2)


def mlp(widths, slope, last=None):
    layers = []
    for i in range(len(widths) - 1):
        layers.append(nn.Linear(widths[i], widths[i + 1]))
        if i < len(widths) - 2:
            layers.append(nn.ReLU() if slope == 0 else nn.LeakyReLU(slope))
    if last is not None:
        layers.append(last)
    return nn.Sequential(*layers)


class Reshaped(nn.Module):
    def __init__(self, inner, shape, scale=1.0):
        super().__init__()
        self.inner, self.shape, self.scale = inner, shape, scale

    def forward(self, z):
        x = self.inner(z)
        return (x * self.scale if self.scale != 1 else x).view(-1, *self.shape)


class Flat(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def forward(self, x):
        return self.inner(x.flatten(1)).flatten()


class DcganG(nn.Module):
    def __init__(self, size, channels, width=64, latent=100):
        super().__init__()
        base, stages = size, 0
        while base > 7:
            base, stages = base // 2, stages + 1
        c = width << (stages - 1)
        layers = [nn.ConvTranspose2d(latent, c, base, bias=False), nn.BatchNorm2d(c), nn.ReLU(True)]
        for _ in range(stages - 1):
            layers += [nn.ConvTranspose2d(c, c // 2, 4, 2, 1, bias=False), nn.BatchNorm2d(c // 2), nn.ReLU(True)]
            c //= 2
        self.layers = nn.Sequential(*layers, nn.ConvTranspose2d(c, channels, 4, 2, 1, bias=False), nn.Tanh())

    def forward(self, z):
        return self.layers(z[:, :, None, None])


class DcganD(nn.Module):
    def __init__(self, size, channels, width=64, norm=True):
        super().__init__()
        base, stages = size, 0
        while base > 7:
            base, stages = base // 2, stages + 1
        c = width
        layers = [nn.Conv2d(channels, c, 4, 2, 1, bias=False), nn.LeakyReLU(0.2, True)]
        for _ in range(stages - 1):
            layers += [nn.Conv2d(c, c * 2, 4, 2, 1, bias=False)] + ([nn.BatchNorm2d(c * 2)] if norm else []) + [nn.LeakyReLU(0.2, True)]
            c *= 2
        self.layers = nn.Sequential(*layers, nn.Conv2d(c, 1, base, bias=False))

    def forward(self, x):
        return self.layers(x).flatten()


ROWS = {
    "ring": dict(batch=64, latent=10, shape=(2,), wgan=False,
                 make=lambda: (Reshaped(mlp([10, 64, 32, 2], 0, nn.Tanh()), (2,), 3.0), Flat(mlp([2, 32, 16, 1], 0.2)))),
    "mlp": dict(batch=128, latent=100, shape=(1, 28, 28), wgan=False,
                make=lambda: (Reshaped(mlp([100, 256, 512, 784], 0.2, nn.Tanh()), (1, 28, 28)), Flat(mlp([784, 512, 256, 1], 0.2)))),
    "dcgan28": dict(batch=64, latent=100, shape=(1, 28, 28), wgan=False, make=lambda: (DcganG(28, 1), DcganD(28, 1))),
    "dcgan64": dict(batch=32, latent=100, shape=(3, 64, 64), wgan=False, make=lambda: (DcganG(64, 3), DcganD(64, 3))),
    "wgan-gp-mlp": dict(batch=128, latent=100, shape=(1, 28, 28), wgan=True,
                        make=lambda: (Reshaped(mlp([100, 256, 512, 784], 0.2, nn.Tanh()), (1, 28, 28)), Flat(mlp([784, 512, 256, 1], 0.2)))),
    "wgan-gp-dcgan28": dict(batch=64, latent=100, shape=(1, 28, 28), wgan=True, make=lambda: (DcganG(28, 1), DcganD(28, 1, norm=False))),
}


class Game:
    def __init__(self, row, latents, slices=64):
        spec = ROWS[row]
        torch.manual_seed(1)
        self.batch, self.latent, self.shared = spec["batch"], spec["latent"], latents == "shared"
        self.g, self.d = spec["make"]()
        betas = (0.0, 0.9) if spec["wgan"] else (0.5, 0.999)
        self.og = torch.optim.Adam(self.g.parameters(), 2e-4, betas)
        self.od = torch.optim.Adam(self.d.parameters(), 2e-4, betas)
        self.slices = slices
        self.data = torch.rand(slices * self.batch, *spec["shape"]) * 2 - 1
        self.at = 0
        self.step = self.textbook_wgan if spec["wgan"] else self.textbook

    def real(self):
        self.at = (self.at + 1) % self.slices
        return self.data[self.at * self.batch:(self.at + 1) * self.batch]

    def noise(self):
        return torch.randn(self.batch, self.latent)

    def textbook(self):
        real = self.real()
        ones, zeros = torch.ones(self.batch), torch.zeros(self.batch)
        self.od.zero_grad()
        F.binary_cross_entropy_with_logits(self.d(real), ones).backward()
        fake = self.g(self.noise())
        F.binary_cross_entropy_with_logits(self.d(fake.detach()), zeros).backward()
        self.od.step()
        self.og.zero_grad()
        if not self.shared:
            fake = self.g(self.noise())
        F.binary_cross_entropy_with_logits(self.d(fake), ones).backward()
        self.og.step()

    def penalty(self, real, fake):
        mix = torch.rand(self.batch, *[1] * (real.dim() - 1))
        points = (real + mix * (fake - real)).requires_grad_(True)
        grad = torch.autograd.grad(self.d(points).sum(), points, create_graph=True)[0]
        return 10 * ((grad.flatten(1).square().sum(1) + 1e-12).sqrt() - 1).square().mean()

    def textbook_wgan(self):
        real = self.real()
        self.od.zero_grad()
        fake = self.g(self.noise())
        loss = self.d(fake.detach()).mean() - self.d(real).mean() + self.penalty(real, fake.detach())
        loss.backward()
        self.od.step()
        self.og.zero_grad()
        if not self.shared:
            fake = self.g(self.noise())
        (-self.d(fake).mean()).backward()
        self.og.step()


def peak():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))


def blas():
    if torch.backends.mkl.is_available():
        return "MKL"
    with open("/proc/self/maps", encoding="ascii", errors="replace") as maps:
        files = {line.split()[-1] for line in maps if "blas" in line.rsplit("/", 1)[-1]}
    return ", ".join(sorted(files)) or "no BLAS of its own"


def serve():
    torch.ones(2, 2) @ torch.ones(2, 2)
    print(f"python3-torch {torch.__version__}, {blas()}", flush=True)
    games = {}
    for line in sys.stdin:
        request = json.loads(line)
        key = (request["row"], request["latents"])
        if key not in games:
            games.clear()  # one game's memory at a time, as on the other side
            games[key] = Game(*key)
            for _ in range(3):
                games[key].step()
        game = games[key]
        start = time.perf_counter()
        for _ in range(request["steps"]):
            game.step()
        print(json.dumps({"seconds": time.perf_counter() - start}), flush=True)


def sample(count, path):
    generator = DcganG(28, 1)
    generator.eval()
    images = []
    with torch.no_grad():
        for start in range(0, count, 500):
            x = generator(torch.randn(min(500, count - start), 100))
            images.append(((x + 1) * 127.5).round().clamp(0, 255).to(torch.uint8))
    data = torch.cat(images).numpy().tobytes()
    opened = gzip.open if path.endswith(".gz") else open
    with opened(path, "wb") as file:
        file.write(struct.pack(">IIII", 0x00000803, count, 28, 28))
        file.write(data)


def main():
    if len(sys.argv) == 1:
        serve()
    elif sys.argv[1] == "first-step":
        Game(sys.argv[2], "fresh", slices=1).step()
        print("done", flush=True)
    elif sys.argv[1] == "memory":
        game = Game(sys.argv[2], "fresh", slices=1)
        for _ in range(int(sys.argv[3])):
            game.step()
        print(peak(), flush=True)
    elif sys.argv[1] == "sample":
        sample(int(sys.argv[2]), sys.argv[3])
        print("done", flush=True)


main()
