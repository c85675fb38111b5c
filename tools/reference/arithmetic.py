"""Arithmetic of tensors with tensors and numbers."""

import torch

from fixtures import Fixtures

fixtures = Fixtures("arithmetic")
fixtures.case("add", torch.add, input=(2, 3), other=(3,))
fixtures.write()
