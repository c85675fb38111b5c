"""The largest, the smallest and what lies between."""

import math

import torch

from fixtures import Fixtures

fixtures = Fixtures("order")
case = fixtures.case
cube = (2, 3, 4)
gaps = torch.tensor([[1.5, math.nan, 2.0], [math.nan, -1.0, 0.5]], dtype=torch.float64)
repeated = torch.tensor([[3, 1, 3, 3], [2, 2, 0, 1]])
runs = torch.tensor([1, 1, 2, 2, 2, 1])
quarters = torch.tensor([0.25, 0.6], dtype=torch.float64)

for name in ["max", "min"]:
    function = getattr(torch, name)
    case(name, function, input=cube)
    case(name + "_other", function, input=(2, 3), other=(2, 3))
    case(name + "_dim", lambda x: function(x, 1), input=cube)
    case(name + "_dim_keep", lambda x: function(x, 2, True), input=cube)
    along = getattr(torch, "a" + name)
    case("a" + name, lambda x: along(x, (0, 2)), input=cube)
    case("a" + name + "_keep", lambda x: along(x, (0, 2), True), input=cube)
    index = getattr(torch, "arg" + name)
    case("arg" + name, index, input=cube)
    case("arg" + name + "_dim_keep", lambda x: index(x, 1, True), input=cube)
    running = getattr(torch, "cum" + name)
    case("cum" + name, lambda x: running(x, 1), input=cube)
fixtures.values_only("aminmax", torch.aminmax, input=cube)
fixtures.values_only("aminmax_dim_keep", lambda x: torch.aminmax(x, dim=1, keepdim=True), input=cube)

case("sort", lambda x: torch.sort(x), input=cube)
case("sort_stable", lambda x: torch.sort(x, stable=True, dim=1, descending=True), input=repeated)
case("sort_dim_descending", lambda x: torch.sort(x, 1, True), input=cube)
case("msort", torch.msort, input=cube)
case("argsort", torch.argsort, input=cube)
case("argsort_dim_descending", lambda x: torch.argsort(x, 1, True), input=cube)
case("topk", lambda x: torch.topk(x, 2), input=cube)
case("topk_smallest", lambda x: torch.topk(x, 2, 1, False, True), input=cube)
case("kthvalue", lambda x: torch.kthvalue(x, 2), input=cube)
case("kthvalue_dim_keep", lambda x: torch.kthvalue(x, 2, 1, True), input=cube)
case("mode", torch.mode, input=repeated)
case("mode_dim_keep", lambda x: torch.mode(x, 0, True), input=repeated)
case("median", torch.median, input=cube)
case("nanmedian", torch.nanmedian, input=gaps)
case("quantile", lambda x, q: torch.quantile(x, q), input=cube, q=quarters)
case("quantile_dim_keep", lambda x, q: torch.quantile(x, q, 1, True), input=cube, q=quarters)
case("nanquantile", lambda x, q: torch.nanquantile(x, q), input=gaps, q=quarters)
case("nanquantile_dim_keep", lambda x, q: torch.nanquantile(x, q, 1, True), input=gaps, q=quarters)

case("unique", torch.unique, input=repeated)
case("unique_all", lambda x: torch.unique(x, True, True, True), input=repeated)
case("unique_dim_all", lambda x: torch.unique(x, True, True, True, 1), input=repeated)
case("unique_consecutive", torch.unique_consecutive, input=runs)
case("unique_consecutive_all", lambda x: torch.unique_consecutive(x, True, True), input=runs)
case("unique_consecutive_dim", lambda x: torch.unique_consecutive(x, True, True, 1), input=repeated)
case("bincount", lambda x: torch.bincount(x), input=runs)
fixtures.values_only("bincount_weighted", lambda x, w: torch.bincount(x, w, 5), input=runs, weights=(6,))
fixtures.values_only("histc", lambda x: torch.histc(x, 5), input=cube)
fixtures.values_only("histc_bounds", lambda x: torch.histc(x, 4, -1, 1), input=cube)
fixtures.write()
