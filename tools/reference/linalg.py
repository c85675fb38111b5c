"""Linear algebra. Eigenvectors and singular vectors are compared without their sign, which is the library's choice."""

import torch
from torch import linalg

from fixtures import Fixtures

fixtures = Fixtures("linalg")
case = fixtures.case


def definite(x):
    return x @ x.mT + 0.5 * torch.eye(x.shape[-1], dtype=x.dtype)


def symmetric(x):
    return x + x.mT


def rebuilt(x):
    values, vectors = linalg.eig(x)
    return (vectors @ torch.diag_embed(values) @ linalg.inv(vectors)).real


def without_sign(*tensors):
    return [tensor.abs() for tensor in tensors]


case("det", linalg.det, input=(2, 3, 3))
case("slogdet", lambda x: linalg.slogdet(definite(x)), input=(3, 3))
case("logdet", lambda x: torch.logdet(definite(x)), input=(3, 3))
case("inv", lambda x: linalg.inv(definite(x)), input=(2, 3, 3))
case("pinv", linalg.pinv, input=(4, 3))
case("pinv_tolerance", lambda x: linalg.pinv(symmetric(x), atol=0.1, rtol=0.01, hermitian=True), input=(3, 3))
case("pinverse", lambda x: torch.pinverse(x), input=(3, 2))
case("matrix_rank", lambda: linalg.matrix_rank(torch.tensor([[1.0, 2], [2, 4]])))
case("matrix_rank_tolerance", lambda: linalg.matrix_rank(torch.diag(torch.tensor([1.0, 0.5, 0.01])), atol=0.1))
case("matrix_power", lambda x: linalg.matrix_power(x, 3), input=(3, 3))
case("matrix_power_inverse", lambda x: linalg.matrix_power(definite(x), -2), input=(2, 2))
case("matrix_exp", linalg.matrix_exp, input=(2, 2))
case("multi_dot", lambda x, y, z: linalg.multi_dot([x, y, z]), first=(2, 3), second=(3, 4), third=(4, 2))
case("cross", lambda x, y: linalg.cross(x, y), input=(2, 3), other=(2, 3))
case("vecdot", lambda x, y: linalg.vecdot(x, y), input=(2, 3), other=(2, 3))
case("vander", lambda x: linalg.vander(x, N=4), input=(3,))
case("householder_product", lambda x, tau: linalg.householder_product(x, tau), input=(4, 2), tau=(2,))
case("tensorinv", lambda x: linalg.tensorinv(x, 1), input=(4, 2, 2))
case("tensorsolve", lambda x, y: linalg.tensorsolve(x, y, (0,)), input=(6, 2, 3), other=(2, 3))

case("norm", lambda x: linalg.norm(x), input=(2, 3))
case("norm_dim", lambda x: linalg.norm(x, dim=(1,), keepdim=True), input=(2, 3))
case("norm_one", lambda x: linalg.norm(x, 1, (0,)), input=(2, 3))
case("norm_three", lambda x: linalg.norm(x, 3.5, (0,)), input=(2, 3))
case("norm_nuclear", lambda x: linalg.norm(x, "nuc"), input=(2, 3))
case("vector_norm", lambda x: linalg.vector_norm(x), input=(2, 3))
case("vector_norm_infinite", lambda x: linalg.vector_norm(x, float("inf"), (1,)), input=(2, 3))
case("matrix_norm", lambda x: linalg.matrix_norm(x), input=(2, 3, 3))
case("matrix_norm_two", lambda x: linalg.matrix_norm(x, 2), input=(2, 3, 3))
case("matrix_norm_dims", lambda x: linalg.matrix_norm(x, "nuc", (0, 2), True), input=(2, 3, 3))
case("cond", lambda x: linalg.cond(definite(x)), input=(3, 3))
case("cond_one", lambda x: linalg.cond(definite(x.detach()), 1), input=(3, 3))
case("cond_frobenius", lambda x: linalg.cond(definite(x.detach()), "fro"), input=(3, 3))

case("cholesky", lambda x: linalg.cholesky(definite(x)), input=(2, 3, 3))
case("cholesky_upper", lambda x: torch.linalg.cholesky(definite(x)).mT, input=(3, 3))
case("cholesky_ex", lambda x: linalg.cholesky_ex(definite(x)), input=(3, 3))
case("cholesky_inverse", lambda x: torch.cholesky_inverse(linalg.cholesky(definite(x))), input=(3, 3))
case("cholesky_solve", lambda b, x: torch.cholesky_solve(b, linalg.cholesky(definite(x))), input=(3, 2), matrix=(3, 3))
case("eig", rebuilt, input=(3, 3))
case("eigvals", lambda x: (linalg.eigvals(x) ** 3).sum().real, input=(3, 3))
case("eigh", lambda x: (lambda w, v: [w, v.abs()])(*linalg.eigh(symmetric(x))), input=(2, 3, 3))
case("eigh_upper", lambda x: linalg.eigh(x, "U")[0], input=(3, 3))
case("eigvalsh", lambda x: linalg.eigvalsh(symmetric(x)), input=(3, 3))
case("svd", lambda x: without_sign(*linalg.svd(x, full_matrices=False)), input=(4, 3))
case("svd_full", lambda x: without_sign(*linalg.svd(x.detach())), input=(3, 2))
case("svdvals", linalg.svdvals, input=(2, 4, 3))
case("qr", lambda x: without_sign(*linalg.qr(x)), input=(4, 3))
case("qr_complete", lambda x: without_sign(*linalg.qr(x.detach(), "complete")), input=(3, 2))
case("qr_r", lambda x: linalg.qr(x.detach(), "r")[1].abs(), input=(3, 2))
case("lu", linalg.lu, input=(3, 3))
case("lu_factor", lambda x: linalg.lu_factor(x), input=(3, 3))

case("solve", lambda x, y: linalg.solve(definite(x), y), input=(3, 3), other=(3, 2))
case("solve_right", lambda x, y: linalg.solve(definite(x), y, left=False), input=(3, 3), other=(2, 3))
case("solve_triangular", lambda x, y: linalg.solve_triangular(linalg.cholesky(definite(x)), y, upper=False), input=(3, 3), other=(3, 2))
case("lu_solve", lambda x, y: linalg.lu_solve(*linalg.lu_factor(x), y), input=(3, 3), other=(3, 2))
case("ldl_solve", lambda x, y: linalg.ldl_solve(*linalg.ldl_factor(symmetric(x.detach())), y.detach()), input=(3, 3), other=(3, 2))
case("lstsq", lambda x, y: linalg.lstsq(x, y).solution, input=(4, 2), other=(4, 1))
fixtures.write()
