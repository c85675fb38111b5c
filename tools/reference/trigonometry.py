"""Trigonometric and hyperbolic functions."""

import torch

from fixtures import Fixtures, uniform

fixtures = Fixtures("trigonometry")
case = fixtures.case
for name in ["sin", "cos", "tan", "sinh", "cosh", "tanh", "atan", "asinh", "sinc", "deg2rad", "rad2deg"]:
    case(name, getattr(torch, name), input=uniform(2, 3, low=-1.4, high=1.4))
for name in ["asin", "acos", "atanh"]:
    case(name, getattr(torch, name), input=uniform(2, 3, low=-0.9, high=0.9))
case("acosh", torch.acosh, input=uniform(2, 3, low=1.1, high=3))
# These have no derivative in place.
fixtures.values_only("asinh_in_place", torch.asinh, input=uniform(2, 3, low=-1.4, high=1.4))
fixtures.values_only("acosh_in_place", torch.acosh, input=uniform(2, 3, low=1.1, high=3))
fixtures.values_only("atanh_in_place", torch.atanh, input=uniform(2, 3, low=-0.9, high=0.9))
case("atan2", torch.atan2, input=(2, 3), other=(3,))
fixtures.write()
