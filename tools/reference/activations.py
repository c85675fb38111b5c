"""Activation functions that are members of a tensor."""

import torch
import torch.nn.functional as F

from fixtures import Fixtures, uniform

fixtures = Fixtures("activations")
case = fixtures.case
wide = uniform(4, 4, low=-5, high=8)
for name, function in {
    "relu": torch.relu,
    "relu6": F.relu6,
    "leaky_relu": lambda x: F.leaky_relu(x, 0.2),
    "rrelu": lambda x: F.rrelu(x),
    "rrelu_bounds": lambda x: F.rrelu(x, 0.1, 0.5),
    "elu": F.elu,
    "elu_alpha": lambda x: F.elu(x, 1.5),
    "elu_scales": lambda x: torch.ops.aten.elu(x, 1.5, 1.25, 0.5),
    "selu": torch.selu,
    "celu": torch.celu,
    "celu_alpha": lambda x: torch.celu(x, 1.5),
    "gelu": F.gelu,
    "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
    "silu": F.silu,
    "hardsigmoid": F.hardsigmoid,
    "hardswish": F.hardswish,
    "hardtanh": lambda x: F.hardtanh(x, -0.5, 0.75),
    "threshold": lambda x: F.threshold(x, 0.25, -1.5),
    "softplus": F.softplus,
    "softplus_sharp": lambda x: F.softplus(x, 2, 3),
    "softmax": lambda x: F.softmax(x, 1),
    "softmax_float": lambda x: F.softmax(x, 0, dtype=torch.float32),
    "log_softmax": lambda x: F.log_softmax(x, 1),
    "log_softmax_float": lambda x: F.log_softmax(x, 0, dtype=torch.float32),
    "log_sigmoid": F.logsigmoid,
    "glu": F.glu,
    "glu_rows": lambda x: F.glu(x, 0),
}.items():
    case(name, function, input=wide)
case("prelu", torch.prelu, input=wide, weight=uniform(4, low=0.1, high=0.5))
fixtures.write()
