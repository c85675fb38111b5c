"""Arithmetic of tensors with tensors and numbers."""

import torch

from fixtures import Fixtures, uniform

fixtures = Fixtures("arithmetic")
case = fixtures.case
positive = uniform(2, 3, low=0.3, high=2)
divisor = uniform(3, low=0.4, high=1.5)
integers = torch.tensor([[7, -7, 5], [-5, 4, 0]])
divisors = torch.tensor([2, 2, -3])

case("add", torch.add, input=(2, 3), other=(3,))
case("add_alpha", lambda x, y: torch.add(x, y, alpha=0.5), input=(2, 3), other=(3,))
case("add_whole", lambda x: x + 3, input=(2, 3))
case("add_half", lambda x: x + 0.5, input=(2, 3))
case("add_half_alpha", lambda x: torch.add(x, 0.5, alpha=3), input=(2, 3))
case("add_int", torch.add, input=integers, other=divisors)
case("sub", torch.sub, input=(2, 3), other=(3,))
case("sub_whole", lambda x: x - 3, input=(2, 3))
case("sub_half", lambda x: x - 0.5, input=(2, 3))
case("rsub_whole", lambda x: 3 - x, input=(2, 3))
case("rsub_half", lambda x: 0.5 - x, input=(2, 3))
case("mul", torch.mul, input=(2, 3), other=(3,))
case("mul_whole", lambda x: x * 3, input=(2, 3))
case("mul_half", lambda x: x * 0.5, input=(2, 3))

case("remainder", torch.remainder, input=(2, 3), other=divisor)
case("remainder_whole", lambda x: torch.remainder(x, 3), input=(2, 3))
case("remainder_half", lambda x: torch.remainder(x, 0.5), input=(2, 3))
case("remainder_int", torch.remainder, input=integers, other=divisors)
case("fmod", torch.fmod, input=(2, 3), other=divisor)
case("fmod_half", lambda x: torch.fmod(x, 0.5), input=(2, 3))
case("fmod_int", torch.fmod, input=integers, other=divisors)

case("pow", torch.pow, input=positive, other=(3,))
case("pow_half", lambda x: torch.pow(x, 2.5), input=positive)
case("pow_int", lambda x: torch.pow(x, 3), input=integers)
case("float_power", torch.float_power, input=positive, other=(3,))
case("square", torch.square, input=(2, 3))
case("neg", torch.neg, input=(2, 3))
case("positive", torch.positive, input=(2, 3))
case("reciprocal", torch.reciprocal, input=positive)
case("addcmul", lambda x, a, b: torch.addcmul(x, a, b, value=0.5), input=(2, 3), tensor1=(2, 3), tensor2=(3,))
case("addcdiv", torch.addcdiv, input=(2, 3), tensor1=(2, 3), tensor2=divisor)
case("addcdiv_half", lambda x, a, b: torch.addcdiv(x, a, b, value=0.5), input=(2, 3), tensor1=(2, 3), tensor2=divisor)
case("lerp", torch.lerp, input=(2, 3), end=(2, 3), weight=uniform(2, 3, low=0, high=1))
case("fill", lambda x: x.clone().fill_(1.5), input=(2, 3))
case("zero", lambda x: x.clone().zero_(), input=(2, 3))
fixtures.write()
