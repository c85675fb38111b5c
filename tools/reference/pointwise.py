"""Functions of one element, and of two that correspond."""

import math

import torch

from fixtures import Fixtures, uniform

fixtures = Fixtures("pointwise")
case = fixtures.case
positive = uniform(2, 3, low=0.1, high=3)
inside = uniform(2, 3, low=-0.9, high=0.9)
probability = uniform(2, 3, low=0.05, high=0.95)
special = torch.tensor([math.nan, math.inf, -math.inf, 1.5, -2.0], dtype=torch.float64)
special_other = torch.tensor([1.0, 2.0, math.nan, 1.0, -3.0], dtype=torch.float64)

for name in ["abs", "sign", "exp", "exp2", "expm1", "sigmoid", "erf", "erfc", "floor", "ceil", "round", "trunc", "frac"]:
    case(name, getattr(torch, name), input=(2, 3))
for name in ["sqrt", "rsqrt", "log", "log1p", "log2", "log10", "lgamma", "digamma"]:
    case(name, getattr(torch, name), input=positive)
case("signbit", torch.signbit, input=(2, 3))
case("erfinv", torch.erfinv, input=inside)
case("logit", torch.logit, input=probability)
case("logit_eps", lambda x: torch.logit(x, eps=0.2), input=probability)
case("round_decimals", lambda x: torch.round(x, decimals=2), input=(2, 3))

for name in ["maximum", "minimum", "fmax", "fmin", "hypot", "logaddexp", "logaddexp2"]:
    case(name, getattr(torch, name), input=(2, 3), other=(3,))
for name in ["maximum", "fmax", "fmin"]:
    case(name + "_nan", getattr(torch, name), input=special, other=special_other)
case("copysign", torch.copysign, input=(2, 3), other=(3,))
fixtures.values_only(
    "heaviside", torch.heaviside, input=torch.tensor([-1.5, 0.0, 2.0], dtype=torch.float64), other=torch.tensor([0.5], dtype=torch.float64)
)
case("xlogy", torch.xlogy, input=(2, 3), other=uniform(3, low=0.2, high=2))
case("xlogy_scalar", lambda x: torch.xlogy(x, 2.5), input=(2, 3))
case("clamp", lambda x: torch.clamp(x, -0.5, 0.7), input=(2, 3))
case("clamp_min", lambda x: torch.clamp(x, min=-0.5), input=(2, 3))
case("clamp_max", lambda x: torch.clamp(x, max=0.7), input=(2, 3))
bounds = {"low": uniform(3, low=-1, high=-0.2), "high": uniform(3, low=0.2, high=1)}
case("clamp_tensors", torch.clamp, input=(2, 3), **bounds)
case("clamp_tensor_min", lambda x, low: torch.clamp(x, min=low), input=(2, 3), low=bounds["low"])
case("clamp_int", lambda x: torch.clamp(x, -1, 2), input=torch.tensor([-3, 0, 5]))
case("nan_to_num", torch.nan_to_num, input=special)
case("nan_to_num_bounds", lambda x: torch.nan_to_num(x, 0.25, 9.0, -8.0), input=special)
fixtures.write()
