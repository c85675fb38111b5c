"""Numbers drawn from a seeded generator of its own. Twenty elements and more take libtorch's vectorised path."""

import torch

from fixtures import Fixtures

fixtures = Fixtures("drawing")


def case(name, draw):
    fixtures.case(name, lambda: draw(torch.Generator().manual_seed(1234)))


case("rand", lambda g: torch.rand(3, 4, generator=g))
case("rand_double", lambda g: torch.rand(2, 3, 4, generator=g, dtype=torch.float64))
case("randn", lambda g: torch.randn(5, generator=g))
case("randn_many", lambda g: torch.randn(6, 4, generator=g))
case("randn_double", lambda g: torch.randn(2, 2, 2, 3, generator=g, dtype=torch.float64))
case("randint", lambda g: torch.randint(-3, 9, (4, 2), generator=g))
case("randint_bytes", lambda g: torch.randint(256, (7,), generator=g, dtype=torch.uint8))
case("randint_wide", lambda g: torch.randint(0, 1 << 40, (3,), generator=g))
case("randperm", lambda g: torch.randperm(12, generator=g))
case("normal", lambda g: torch.randn(2, 3, generator=g) * 0.5 + 3)
case("normal_tensors", lambda g: torch.randn(3, generator=g) * torch.tensor([1.0, 2, 3]) + torch.tensor([10.0, 20, 30]))
case("twice", lambda g: [torch.randn(3, generator=g), torch.randn(3, generator=g)])
fixtures.write()
