"""Proves that generators travel between Gan.Net and PyTorch: the same weights, latents and samples on both sides.

    python3 tools/reference/exchange.py

In tests/Fixtures/exchange, for the MLP and the DCGAN:
  gan-net.NAME.safetensors           weights saved by Gan.Net (GANNET_APPROVE=1 run of the tests ExchangeTests); read here
  gan-net.NAME.made.safetensors      latents, and the samples that Gan.Net made of them; compared here
  gan-net.NAME.samples.safetensors   the same latents, and the samples that PyTorch made of them with Gan.Net's weights; written here
  pytorch.NAME.safetensors           weights saved by PyTorch; written here
  pytorch.NAME.samples.safetensors   latents and PyTorch's samples; written here
The tests compare the last three with what Gan.Net makes. Exits with 1 if a sample differs by more than 1e-5.
"""
import pathlib
import sys

import torch

from exchange_networks import DcganGenerator, MlpGenerator
from safetensors_file import load_file, save_file

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests" / "Fixtures" / "exchange"
NETWORKS = {"mlp": (MlpGenerator, 10), "dcgan": (lambda: DcganGenerator(latent=8, width=4), 8)}


def samples(generator, latents):
    with torch.no_grad():
        return generator.eval()(latents)


def from_gan_net(name, make):
    generator = make()
    generator.load_state_dict(load_file(FOLDER / f"gan-net.{name}.safetensors"))  # strict: all names and shapes are PyTorch's
    made = load_file(FOLDER / f"gan-net.{name}.made.safetensors")
    ours = samples(generator, made["latents"])
    save_file({"latents": made["latents"], "samples": ours}, FOLDER / f"gan-net.{name}.samples.safetensors")
    return (ours - made["samples"]).abs().max().item()


def from_pytorch(name, make, latent):
    torch.manual_seed(1)
    generator = make()
    for _ in range(3):  # running statistics of batch norm as training leaves them
        generator.train()(torch.randn(16, latent))
    save_file(generator.state_dict(), FOLDER / f"pytorch.{name}.safetensors")
    latents = torch.randn(6, latent)
    save_file({"latents": latents, "samples": samples(generator, latents)}, FOLDER / f"pytorch.{name}.samples.safetensors")


def main():
    worst = 0.0
    for name, (make, latent) in NETWORKS.items():
        from_pytorch(name, make, latent)
        difference = from_gan_net(name, make)
        print(f"{name}: PyTorch's samples of Gan.Net's weights differ from Gan.Net's by at most {difference:.1e}")
        worst = max(worst, difference)
    return 0 if worst <= 1e-5 else 1


if __name__ == "__main__":
    sys.exit(main())
