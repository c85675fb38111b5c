"""Products of vectors and matrices."""

import torch

from fixtures import Fixtures

fixtures = Fixtures("products")
case = fixtures.case
case("matmul", torch.matmul, input=(2, 3), other=(3, 4))
case("matmul_batch", torch.matmul, input=(2, 1, 2, 3), other=(3, 3, 2))
case("mm", torch.mm, input=(2, 3), other=(3, 2))
case("mv", torch.mv, input=(2, 3), other=(3,))
case("bmm", torch.bmm, input=(2, 2, 3), other=(2, 3, 2))
case("dot", torch.dot, input=(4,), other=(4,))
case("vdot", torch.vdot, input=(4,), other=(4,))
case("outer", torch.outer, input=(2,), other=(3,))
case("inner", torch.inner, input=(2, 3), other=(4, 3))
case("kron", torch.kron, input=(2, 2), other=(2, 3))
scales = {"beta": 0.5, "alpha": 2}
for suffix, scale in {"": {}, "_scaled": scales}.items():
    case("addmm" + suffix, lambda x, a, b: torch.addmm(x, a, b, **scale), input=(2, 4), first=(2, 3), second=(3, 4))
    case("addmv" + suffix, lambda x, a, b: torch.addmv(x, a, b, **scale), input=(2,), first=(2, 3), second=(3,))
    case("addr" + suffix, lambda x, a, b: torch.addr(x, a, b, **scale), input=(2, 3), first=(2,), second=(3,))
    case("addbmm" + suffix, lambda x, a, b: torch.addbmm(x, a, b, **scale), input=(2, 4), first=(5, 2, 3), second=(5, 3, 4))
    case("baddbmm" + suffix, lambda x, a, b: torch.baddbmm(x, a, b, **scale), input=(5, 2, 4), first=(5, 2, 3), second=(5, 3, 4))
case("tensordot", torch.tensordot, input=(2, 3, 4), other=(3, 4, 2))
case("tensordot_one", lambda x, y: torch.tensordot(x, y, 1), input=(2, 3), other=(3, 4))
case("tensordot_lists", lambda x, y: torch.tensordot(x, y, ([0, 2], [1, 0])), input=(2, 3, 4), other=(4, 2))
case("einsum", lambda x, y: torch.einsum("bij,bjk->ik", x, y), input=(2, 2, 3), other=(2, 3, 4))
case("cdist", torch.cdist, input=(3, 4), other=(2, 4))
case("cdist_one", lambda x, y: torch.cdist(x, y, 1.0), input=(3, 4), other=(2, 4))
fixtures.write()
