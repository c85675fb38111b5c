"""Tensors put together and taken apart."""

import torch

from fixtures import Fixtures

fixtures = Fixtures("joining")
case = fixtures.case

case("cat", lambda x, y: torch.cat([x, y], 1), first=(2, 3), second=(2, 1))
case("cat_mixed", lambda x, y: torch.cat([x, y]), first=(2,), second=torch.tensor([1, 2]))
case("stack", lambda x, y: torch.stack([x, y], -1), first=(2, 3), second=(2, 3))
case("hstack", lambda x, y: torch.hstack([x, y]), first=(2, 1), second=(2, 2))
case("vstack", lambda x, y: torch.vstack([x, y]), first=(3,), second=(2, 3))
case("dstack", lambda x, y: torch.dstack([x, y]), first=(2, 2), second=(2, 2))
case("column_stack", lambda x, y: torch.column_stack([x, y]), first=(2,), second=(2, 2))
case("meshgrid", lambda x, y: torch.meshgrid(x, y, indexing="ij"), first=(2,), second=(3,))
case("meshgrid_xy", lambda x, y: torch.meshgrid(x, y, indexing="xy"), first=(2,), second=(3,))
case("broadcast_tensors", lambda x, y: torch.broadcast_tensors(x, y), first=(2, 1), second=(3,))
case("cartesian_prod", lambda x, y: torch.cartesian_prod(x, y), first=(2,), second=(3,))
case("combinations", lambda x: torch.combinations(x, 2), input=(4,))
case("combinations_again", lambda x: torch.combinations(x, 2, True), input=(3,))
case("block_diag", lambda x, y: torch.block_diag(x, y), first=(2, 1), second=(1, 2))

case("split", lambda x: x.split(2), input=(5, 2))
case("split_sizes", lambda x: x.split([1, 3], 1), input=(2, 4))
case("split_rows", lambda x: x.split([1, 2]), input=(3, 2))
case("chunk", lambda x: x.chunk(2, 1), input=(2, 5))
case("unbind", lambda x: x.unbind(1), input=(2, 3))
case("tensor_split", lambda x: x.tensor_split(2), input=(5,))
case("tensor_split_at", lambda x: x.tensor_split((1, 3), 1), input=(2, 4))
case("tensor_split_by", lambda x, at: x.tensor_split(at, 1), input=(2, 4), at=torch.tensor([1, 3]))
case("hsplit", lambda x: x.hsplit(2), input=(2, 4))
case("hsplit_at", lambda x: x.hsplit((1, 3)), input=(2, 4))
case("vsplit", lambda x: x.vsplit(2), input=(4, 2))
case("vsplit_at", lambda x: x.vsplit((1, 3)), input=(4, 2))
case("dsplit", lambda x: x.dsplit(2), input=(1, 2, 4))
case("dsplit_at", lambda x: x.dsplit((1, 3)), input=(1, 2, 4))
fixtures.write()
