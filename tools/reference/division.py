"""Division, with and without rounding."""

import torch

from fixtures import Fixtures, uniform

fixtures = Fixtures("division")
case = fixtures.case
positive = uniform(2, 3, low=0.3, high=2)
divisor = uniform(3, low=0.4, high=1.5)
integers = torch.tensor([[7, -7, 5], [-5, 4, 0]])
divisors = torch.tensor([2, 2, -3])

case("div", torch.div, input=(2, 3), other=divisor)
case("div_trunc", lambda x, y: torch.div(x, y, rounding_mode="trunc"), input=(2, 3), other=divisor)
case("div_floor", lambda x, y: torch.div(x, y, rounding_mode="floor"), input=(2, 3), other=divisor)
case("div_int", torch.div, input=integers, other=divisors)
case("div_int_trunc", lambda x, y: torch.div(x, y, rounding_mode="trunc"), input=integers, other=divisors)
case("div_int_floor", lambda x, y: torch.div(x, y, rounding_mode="floor"), input=integers, other=divisors)
case("div_whole", lambda x: x / 3, input=(2, 3))
case("div_half", lambda x: x / 0.5, input=(2, 3))
case("div_half_trunc", lambda x: torch.div(x, 0.5, rounding_mode="trunc"), input=(2, 3))
case("div_half_floor", lambda x: torch.div(x, 0.5, rounding_mode="floor"), input=(2, 3))
case("rdiv_whole", lambda x: 3 / x, input=positive)
case("rdiv_half", lambda x: 0.5 / x, input=positive)
fixtures.values_only("floor_divide", torch.floor_divide, input=(2, 3), other=divisor)
fixtures.values_only("floor_divide_half", lambda x: torch.floor_divide(x, 0.5), input=(2, 3))
case("floor_divide_int", torch.floor_divide, input=integers, other=divisors)
fixtures.write()
