"""Turns the published weights of FID's Inception into the safetensors file that Gan.Net.Features loads.

    python3 tools/inception-weights.py pt_inception-2015-12-05-6726825d.pth inception.safetensors

The .pth is an asset of the release 'fid_weights' of mseitzer/pytorch-fid on GitHub; torch-fidelity's
weights-inception-2015-12-05-6726825d.pth (its release v0.2.0) holds the same tensors. Needs a Python with torch. Names, shapes and values stay
as they are; counters of batches and an auxiliary classifier are left out.
"""

import argparse
import hashlib
import json
import pathlib
import struct
import sys

import torch

PARAMETERS = 23_850_960
PUBLISHED = "6726825d"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source", type=pathlib.Path, help="the published .pth file")
    parser.add_argument("target", type=pathlib.Path, help="the .safetensors file to write")
    arguments = parser.parse_args()
    content = arguments.source.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if not digest.startswith(PUBLISHED):
        print(f"warning: the SHA-256 of {arguments.source} begins with {digest[:8]}, that of the published file with {PUBLISHED}", file=sys.stderr)
    state = torch.load(arguments.source, map_location="cpu")
    state = {name: tensor.float().contiguous() for name, tensor in state.items()
             if not name.endswith("num_batches_tracked") and not name.startswith("AuxLogits.")}
    count = sum(tensor.numel() for name, tensor in state.items() if not name.endswith(("running_mean", "running_var")))
    if count != PARAMETERS:
        sys.exit(f"{arguments.source} has {count:,} parameters; FID's Inception has {PARAMETERS:,}. It is another network.")
    write(arguments.target, state, digest)
    print(f"{arguments.target}: {len(state)} tensors, {count:,} parameters")


def write(path, state, digest):
    header = {"__metadata__": {"format": "pt", "source": f"sha256 {digest}"}}
    offset = 0
    for name in sorted(state):
        length = state[name].numel() * 4
        header[name] = {"dtype": "F32", "shape": list(state[name].shape), "data_offsets": [offset, offset + length]}
        offset += length
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for name in sorted(state):
            file.write(state[name].numpy().astype("<f4").tobytes())


main()
