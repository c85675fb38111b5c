"""Index expressions, read and written."""

import torch

from fixtures import Fixtures

fixtures = Fixtures("indexing")
case = fixtures.case
positions = torch.tensor([1, 0, 1])
mask = torch.tensor([[True, False, True], [False, True, False]])


def put(write):
    def run(x, *others):
        copy = x.clone()
        write(copy, *others)
        return copy

    return run


def assign(key):
    def write(x, value):
        x[key] = value

    return put(write)


CUBE = (2, 3, 4)
case("one", lambda x: x[1], input=CUBE)
case("last", lambda x: x[-1], input=CUBE)
case("two", lambda x: x[1, 2], input=CUBE)
case("three", lambda x: x[0, -1, 3], input=CUBE)
case("six", lambda x: x[0, 0, 1, 0, 1, 0], input=(1, 1, 2, 1, 2, 1))
case("range", lambda x: x[0:1, 1:], input=CUBE)
case("from_end", lambda x: x[:, -2:-1], input=CUBE)
case("step", lambda x: x[:, :, ::2], input=CUBE)
case("ellipsis", lambda x: x[..., 1], input=CUBE)
case("ellipsis_between", lambda x: x[1, ..., 0], input=CUBE)
case("ellipsis_alone", lambda x: x[...], input=CUBE)
case("none", lambda x: x[:, None, 1], input=CUBE)
case("none_last", lambda x: x[..., None], input=CUBE)
case("true", lambda x: x[True], input=CUBE)
case("false", lambda x: x[False], input=CUBE)
case("mask", lambda x, m: x[m], input=(2, 3), mask=mask)
case("mask_of_cube", lambda x, m: x[m], input=CUBE, mask=mask)
case("mask_of_rows", lambda x, m: x[:, m], input=CUBE, mask=torch.tensor([True, False, True]))
case("positions", lambda x, i: x[i], input=CUBE, index=positions)
case("positions_later", lambda x, i: x[..., i], input=CUBE, index=positions)
case("positions_and_slice", lambda x, i: x[i, 1:, 0], input=CUBE, index=positions)
case("positions_twice", lambda x, i, j: x[i, j], input=CUBE, index=positions, other=torch.tensor([2, 2, 0]))
case("positions_apart", lambda x, i, j: x[i, :, j], input=CUBE, index=positions, other=torch.tensor([3, 2, 0]))
case("positions_broadcast", lambda x, i, j: x[i, j], input=CUBE, index=torch.tensor([[0], [1]]), other=positions)
case("position_as_tensor", lambda x, i: x[i], input=CUBE, index=torch.tensor(1))

case("set_one", assign(1), input=CUBE, value=(4,))
case("set_three", assign((1, 2, 3)), input=CUBE, value=())
case("set_range", assign((slice(None), slice(1, 3))), input=CUBE, value=(2, 2, 4))
case("set_leading_ones", assign(0), input=(2, 3), value=(1, 1, 3))
case("set_ellipsis", assign((Ellipsis, 0)), input=CUBE, value=(2, 1))
case("set_mask", put(lambda x, m, v: x.__setitem__(m, v)), input=(2, 3), mask=mask, value=(3,))
case("set_positions", put(lambda x, i, v: x.__setitem__((slice(None), i), v)), input=CUBE, index=torch.tensor([2, 0]), value=(2, 2, 4))
case("set_number", put(lambda x: x.__setitem__((slice(None), 1), 2.5)), input=CUBE)
case("set_number_mask", put(lambda x, m: x.__setitem__(m, -1)), input=(2, 3), mask=mask)
case("accumulate", put(lambda x, i, v: x.index_put_((i,), v, accumulate=True)), input=(3, 2), index=torch.tensor([2, 0, 2]), value=(3, 2))
fixtures.write()
