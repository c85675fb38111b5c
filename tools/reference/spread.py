"""Standard deviations and variances."""

import torch

from fixtures import Fixtures

fixtures = Fixtures("spread")
case = fixtures.case
cube = (2, 3, 4)
for name in ["std", "var"]:
    function = getattr(torch, name)
    case(name, function, input=cube)
    case(name + "_biased", lambda x: function(x, False), input=cube)
    case(name + "_1", lambda x: function(x, 1), input=cube)
    case(name + "_02_keep_biased", lambda x: function(x, (0, 2), False, True), input=cube)
    case(name + "_012", lambda x: function(x, (0, 1, 2)), input=cube)
for name in ["std_mean", "var_mean"]:
    function = getattr(torch, name)
    case(name, lambda x: function(x, True), input=cube)
    case(name + "_biased", lambda x: function(x, False), input=cube)
    case(name + "_1", lambda x: function(x, 1), input=cube)
    case(name + "_02_keep_biased", lambda x: function(x, (0, 2), False, True), input=cube)
    case(name + "_012", lambda x: function(x, (0, 1, 2)), input=cube)
fixtures.write()
