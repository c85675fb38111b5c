"""The generators of MlpOptions.Ring and of DcganOptions as modules of PyTorch: the same parameter names, the same samples."""
from torch import nn


class MlpGenerator(nn.Module):
    """Latents [N, 10] to points [N, 2] in [-3, 3]."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(10, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 2), nn.Tanh())

    def forward(self, latents):
        return 3 * self.layers(latents)


class DcganGenerator(nn.Module):
    """Latents [N, latent] to pictures [N, channels, base * 2^stages, base * 2^stages] in [-1, 1]."""

    def __init__(self, latent=100, width=64, channels=1, base=7, stages=2):
        super().__init__()
        size = width << (stages - 1)
        layers = [nn.ConvTranspose2d(latent, size, base, bias=False), nn.BatchNorm2d(size), nn.ReLU()]
        for _ in range(stages - 1):
            layers += [nn.ConvTranspose2d(size, size // 2, 4, 2, 1, bias=False), nn.BatchNorm2d(size // 2), nn.ReLU()]
            size //= 2
        self.layers = nn.Sequential(*layers, nn.ConvTranspose2d(size, channels, 4, 2, 1, bias=False), nn.Tanh())

    def forward(self, latents):
        return self.layers(latents[:, :, None, None])
