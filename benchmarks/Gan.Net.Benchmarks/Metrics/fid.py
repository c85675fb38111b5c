"""The NumPy/SciPy side of `benchmarks -- fid`: reads two raw float32 files, and for each line `sqrtm` or `eigvals` on its input answers with
the seconds of one whole FID and its value."""

import json
import sys
import time

import numpy as np

try:
    from scipy import linalg
except ImportError:
    linalg = None


def fid(x, y, way):
    x, y = x.astype(np.float64), y.astype(np.float64)
    mean, other_mean = x.mean(0), y.mean(0)
    covariance, other = np.cov(x, rowvar=False), np.cov(y, rowvar=False)
    if way == "sqrtm":
        root = np.trace(linalg.sqrtm(covariance.dot(other), disp=False)[0].real)
    else:
        root = np.sqrt(np.linalg.eigvals(covariance.dot(other)).astype(complex)).real.sum()
    return ((mean - other_mean) ** 2).sum() + np.trace(covariance) + np.trace(other) - 2 * root


features = int(sys.argv[3])
real, generated = (np.fromfile(path, dtype=np.float32).reshape(-1, features) for path in sys.argv[1:3])
for line in sys.stdin:
    way = line.strip()
    if way == "sqrtm" and linalg is None:
        print(json.dumps({"missing": "SciPy"}), flush=True)
        continue
    start = time.perf_counter()
    value = fid(real, generated, way)
    print(json.dumps({"seconds": time.perf_counter() - start, "value": float(value)}), flush=True)
