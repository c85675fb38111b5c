"""The rules of the safetensors format, written down apart from our reader, and a corpus of files with what the rules say of each.

The rules are those of the format's description (README.md "Format") and of the checks its reference reader makes, in its order:
a file has at least 8 bytes; the length N of the header, little-endian, is at most 100,000,000 and within the file; the header is UTF-8,
begins with '{' and is one JSON object, behind which only blanks may stand; it maps names to objects with dtype, shape and data_offsets,
and may hold __metadata__, an object of strings; no name stands twice; numbers are whole, without sign, at most 64 bits; sorted by
their offsets, the tensors begin at 0 and follow one another without gap or overlap; each takes exactly the bytes that its type and shape
say, in checked arithmetic, and the last one ends where the file ends.

Our reader refuses more, on purpose. Such files are marked with the reason, and the test expects a refusal:
  unknown-property   a property of a tensor that the format does not know (the reference reader passes over it)
  null-metadata      "__metadata__": null (taken for absent there)
  dimensions         more than 64 of them (the engine allows no more)
  63-bits            a size or an offset of 2^63 or more

Usage: safetensors_rules.py [COUNT [SEED [FILE]]]; without arguments it writes the fixture of the test suite.
"""
import base64
import json
import os
import random
import struct
import sys

BITS = {
    "BOOL": 8, "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8, "F8_E4M3FNUZ": 8,
    "F8_E5M2FNUZ": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16, "I32": 32, "U32": 32, "F32": 32, "C64": 64, "F64": 64, "I64": 64, "U64": 64,
}
U64 = 1 << 64


class Refused(Exception):
    pass


def refuse(rule):
    raise Refused(rule)


class Pairs(list):
    """A JSON object as its pairs, so that a name standing twice is seen."""


def whole(text):
    # A JSON integer without sign; "-0" is no such number.
    if text.startswith("-"):
        return ("signed", text)
    value = int(text)
    return value if value < U64 else ("large", text)


def parse(header):
    decoder = json.JSONDecoder(
        object_pairs_hook=Pairs, parse_int=whole, parse_float=lambda text: ("fraction", text), parse_constant=lambda text: refuse("json"), strict=True)
    try:
        value, end = decoder.raw_decode(header)
    except Refused:
        raise
    except (ValueError, RecursionError):
        refuse("json")
    if header[end:].strip(" \t\r\n") != "":
        refuse("json")
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in strings(value)):
        refuse("surrogate")
    return value


def strings(value):
    if isinstance(value, str):
        yield from value
    elif isinstance(value, Pairs):
        for name, inner in value:
            yield from name
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def is_whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def tensor(name, properties, stricter):
    if not isinstance(properties, Pairs):
        refuse("tensor is no object")
    names = [key for key, _ in properties]
    for known in ("dtype", "shape", "data_offsets"):
        if names.count(known) != 1:
            refuse(f"{known} stands {names.count(known)} times")
    if any(key not in ("dtype", "shape", "data_offsets") for key in names):
        stricter.add("unknown-property")
    found = dict(properties)
    dtype, shape, offsets = found["dtype"], found["shape"], found["data_offsets"]
    if not isinstance(dtype, str) or dtype not in BITS:
        refuse("dtype")
    if isinstance(shape, Pairs) or not isinstance(shape, list) or not all(is_whole(size) for size in shape):
        refuse("shape")
    if isinstance(offsets, Pairs) or not isinstance(offsets, list) or len(offsets) != 2 or not all(is_whole(offset) for offset in offsets):
        refuse("data_offsets")
    if len(shape) > 64:
        stricter.add("dimensions")
    if any(number >= 1 << 63 for number in shape + offsets):
        stricter.add("63-bits")
    return name, dtype, shape, offsets


def judge(file):
    """Raises Refused with the rule that is broken; returns the reasons for which our reader refuses more."""
    stricter = set()
    if len(file) < 8:
        refuse("too small")
    length = struct.unpack("<Q", file[:8])[0]
    if length > 100_000_000:
        refuse("header too large")
    if 8 + length > len(file):
        refuse("header beyond the file")
    try:
        header = file[8:8 + length].decode("utf-8")
    except UnicodeDecodeError:
        refuse("utf-8")
    if not header.startswith("{"):
        refuse("start")
    value = parse(header)
    names = [name for name, _ in value]
    if len(set(names)) < len(names):
        refuse("name twice")
    tensors = []
    for name, properties in value:
        if name == "__metadata__":
            if properties is None:
                stricter.add("null-metadata")
            elif not isinstance(properties, Pairs) or not all(isinstance(text, str) for _, text in properties):
                refuse("metadata")
            elif len({key for key, _ in properties}) < len(properties):
                refuse("name twice")
        else:
            tensors.append(tensor(name, properties, stricter))
    end = 0
    for _, dtype, shape, (begin, stop) in sorted(tensors, key=lambda entry: entry[3]):
        if begin != end or stop < begin:
            refuse("offsets")
        count = 1
        for size in shape:
            count *= size
            if count >= U64:
                refuse("overflow")
        bits = count * BITS[dtype]
        if bits >= U64:
            refuse("overflow")
        if bits % 8 != 0 or stop - begin != bits // 8:
            refuse("length")
        end = stop
    if 8 + length + end != len(file):
        refuse("file length")
    return stricter


class Draft:
    """A file in pieces of text, which need not fit together."""

    def __init__(self, rng):
        self.head, self.tail, self.metadata, self.off = "{", "", None, 0
        self.tensors, self.content = [], 0
        for i in range(rng.randrange(4)):
            dtype = rng.choice(list(BITS))
            shape = [rng.randrange(5) for _ in range(rng.randrange(4))]
            if BITS[dtype] < 8:
                shape.append(4)
            size = BITS[dtype] // 2
            count = 1
            for dimension in shape:
                count *= dimension
            size = count * BITS[dtype] // 8
            self.tensors.append({"name": json.dumps(rng.choice("abcdefgh") + str(i)), "dtype": f'"{dtype}"', "shape": [str(n) for n in shape],
                                 "begin": str(self.content), "end": str(self.content + size), "more": ""})
            self.content += size
        rng.shuffle(self.tensors)
        if rng.random() < 0.5:
            self.metadata = '{"format":"pt"}'
        if rng.random() < 0.3:
            self.tail = " " * rng.randrange(9)

    def change(self, rng):
        odd = lambda: rng.choice(["0", "1", "2", "7", "8", "4294967296", str((1 << 63) - 1), str(1 << 63), str(U64 - 1), str(U64), "-1", "-0", "1.0",
                                  "1e2", "01", '"4"', "null", "true", "[]", "NaN", "+1", str(rng.randrange(200))])
        entry = rng.choice(self.tensors) if self.tensors else {"name": '"x"', "dtype": '"F32"', "shape": [], "begin": "0", "end": "4", "more": ""}
        kind = rng.randrange(18)
        if kind == 0:
            entry["dtype"] = rng.choice(['"F32"', '"f32"', '"F31"', '""', "null", "7"] + [f'"{name}"' for name in BITS])
        elif kind == 1:
            entry["shape"].append(odd())
        elif kind == 2 and entry["shape"]:
            entry["shape"][rng.randrange(len(entry["shape"]))] = odd()
        elif kind == 3 and entry["shape"]:
            entry["shape"].pop()
        elif kind == 4:
            entry["begin"] = odd()
        elif kind == 5:
            entry["end"] = odd()
        elif kind == 6:
            entry["name"] = rng.choice(['""', '"__metadata__"', '"\\u0061"', '"\\ud800"', '"\\ud83d\\ude00"', '"é"', '"a\tb"', "a", rng.choice(self.tensors)["name"] if self.tensors else '"y"'])
        elif kind == 7:
            self.tensors.append(dict(entry, shape=list(entry["shape"])))
        elif kind == 8 and self.tensors:
            self.tensors.remove(entry)
        elif kind == 9:
            entry["more"] = rng.choice([',"more":1', ',"dtype":"F32"', ',"shape":[]', ',"data_offsets":[0,0]', ',"":{}', ","])
        elif kind == 10:
            self.metadata = rng.choice([None, "null", "{}", '{"a":1}', '{"a":"b","a":"c"}', "[]", '{"a":{"b":"c"}}', '{"é":"\\u00e9"}'])
        elif kind == 11:
            self.tail = rng.choice(["", " ", "\n", "\t\r\n ", "\0", "x", "{}", "}", ","])
        elif kind == 12:
            self.head = rng.choice(["{", " {", "[", "", "{{", "{/**/", "\ufeff{"])
        elif kind == 13:
            self.content += rng.choice([-1, 1, 8, 100])
        elif kind == 14:
            self.off = rng.choice([-1, 1, 8, 1 << 20, 1 << 40])
        elif kind == 15:
            entry["shape"] = ["1"] * rng.randrange(60, 70)
        elif kind == 16:
            entry["shape"], entry["end"] = [str(1 << 33), str(1 << 33), "0"], entry["begin"]
        else:
            entry["shape"] = [str(1 << 32)] * 2

    def file(self):
        parts = [] if self.metadata is None else [f'"__metadata__":{self.metadata}']
        parts += [f'{t["name"]}:{{"dtype":{t["dtype"]},"shape":[{",".join(t["shape"])}],"data_offsets":[{t["begin"]},{t["end"]}]{t["more"]}}}' for t in self.tensors]
        header = (self.head + ",".join(parts) + "}" + self.tail).encode("utf-8")
        return struct.pack("<Q", max(0, len(header) + self.off)) + header + bytes(max(0, self.content))


def damaged(file, rng):
    file = bytearray(file)
    kind = rng.randrange(4)
    at = rng.randrange(len(file) + 1)
    if kind == 0 and at < len(file):
        file[at] ^= 1 << rng.randrange(8)
    elif kind == 1:
        del file[at:]
    elif kind == 2:
        file.insert(at, rng.randrange(256))
    elif at < len(file):
        del file[at]
    return bytes(file)


def corpus(count, seed):
    rng = random.Random(seed)
    cases = []
    while len(cases) < count:
        draft = Draft(rng)
        for _ in range(rng.randrange(4)):
            draft.change(rng)
        file = draft.file()
        if rng.random() < 0.15:
            file = damaged(file, rng)
        try:
            stricter = sorted(judge(file))
            verdict = "accept" if not stricter else stricter[0]
        except Refused as rule:
            verdict = f"refuse: {rule}"
        cases.append([base64.b64encode(file).decode("ascii"), verdict])
    return cases


if __name__ == "__main__":
    arguments = sys.argv[1:]
    amount = int(arguments[0]) if arguments else 1500
    path = arguments[2] if len(arguments) > 2 else os.path.join(os.path.dirname(__file__), "..", "..", "tests", "Fixtures", "safetensors_verdicts.json")
    cases = corpus(amount, int(arguments[1]) if len(arguments) > 1 else 7)
    with open(path, "w", encoding="ascii", newline="\n") as out:
        out.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
