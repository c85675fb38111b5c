"""Reads and writes safetensors files of float32 and int64 tensors with nothing but PyTorch, for machines without the safetensors package."""
import json
import struct

import numpy
import torch

TYPES = {"F32": numpy.dtype("<f4"), "I64": numpy.dtype("<i8")}


def load_file(path):
    content = open(path, "rb").read()
    start = 8 + struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8:start])
    header.pop("__metadata__", None)
    return {
        name: torch.from_numpy(numpy.frombuffer(content[start:][slice(*entry["data_offsets"])], TYPES[entry["dtype"]]).reshape(entry["shape"]).copy())
        for name, entry in header.items()
    }


def save_file(tensors, path):
    arrays = {name: tensor.detach().cpu().contiguous().numpy() for name, tensor in sorted(tensors.items(), key=lambda pair: (-pair[1].element_size(), pair[0]))}
    header, end = {}, 0
    for name, array in arrays.items():
        dtype = next(key for key, value in TYPES.items() if value == array.dtype)
        header[name] = {"dtype": dtype, "shape": list(array.shape), "data_offsets": [end, end + array.nbytes]}
        end += array.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    open(path, "wb").write(struct.pack("<Q", len(text)) + text + b"".join(array.tobytes() for array in arrays.values()))
