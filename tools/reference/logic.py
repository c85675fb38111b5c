"""Truth values, bits, comparisons, masks."""

import math

import torch

from fixtures import Fixtures

fixtures = Fixtures("logic")
case = fixtures.case
first = torch.tensor([True, True, False, False])
second = torch.tensor([True, False, True, False])
bits = torch.tensor([12, 5, -1, 0])
other_bits = torch.tensor([10, 3, 7, 9])
shifts = torch.tensor([1, 2, 0, 3])
special = torch.tensor([math.nan, math.inf, -math.inf, 1.5, 0.0], dtype=torch.float64)
numbers = torch.tensor([[1, 2, 3], [4, 5, 6]])
others = torch.tensor([[1, 3, 2], [4, 6, 5]])

case("logical_not", torch.logical_not, input=first)
case("bitwise_not", torch.bitwise_not, input=bits)
case("bitwise_not_bool", torch.bitwise_not, input=first)
for name in ["logical_and", "logical_or", "logical_xor"]:
    case(name, getattr(torch, name), input=first, other=second)
for name in ["bitwise_and", "bitwise_or", "bitwise_xor"]:
    case(name, getattr(torch, name), input=bits, other=other_bits)
    case(name + "_bool", getattr(torch, name), input=first, other=second)
case("bitwise_left_shift", torch.bitwise_left_shift, input=bits, other=shifts)
case("bitwise_right_shift", torch.bitwise_right_shift, input=bits, other=shifts)
for name in ["isnan", "isinf", "isposinf", "isneginf", "isfinite", "isreal"]:
    case(name, getattr(torch, name), input=special)
case("isin", torch.isin, input=numbers, other=torch.tensor([2, 5, 9]))
case("isin_inverted", lambda x, y: torch.isin(x, y, assume_unique=True, invert=True), input=numbers, other=torch.tensor([2, 5, 9]))

for name in ["eq", "ne", "lt", "le", "gt", "ge"]:
    case(name, getattr(torch, name), input=numbers, other=others)
    case(name + "_scalar", lambda x, name=name: getattr(torch, name)(x, 3), input=numbers)
    # The scalar on the left, written as Python writes it.
    case("scalar_" + name, lambda x, name=name: getattr(torch, name)(torch.full_like(x, 3), x), input=numbers)
    case(name + "_in_place", lambda x, y, name=name: getattr(x.clone(), name + "_")(y), input=numbers, other=others)
    case(name + "_scalar_in_place", lambda x, name=name: getattr(x.clone(), name + "_")(3), input=numbers)
close = {"input": torch.tensor([1.0, 1.0, math.nan, 2.0], dtype=torch.float64),
         "other": torch.tensor([1.000001, 1.1, math.nan, 2.5], dtype=torch.float64)}
case("isclose", torch.isclose, **close)
case("isclose_loose", lambda x, y: torch.isclose(x, y, rtol=0.01, atol=0.2, equal_nan=True), **close)

mask = torch.tensor([[True, False, True], [False, False, True]])
case("masked_fill", lambda x, m: x.masked_fill(m, 1.5), input=(2, 3), mask=mask)
case("masked_select", torch.masked_select, input=(2, 3), mask=mask)
fixtures.write()
