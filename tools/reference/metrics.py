"""Values of the metrics in Gan.Net.Evaluation, from their definitions, in NumPy float64: nothing here is blockwise, streamed or clever.

Writes tests/Fixtures/metrics.json. Needs a Python with NumPy: `python3 tools/reference/metrics.py`.
"""

import json
import pathlib

import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests" / "Fixtures"


def fid(x, y, ddof):
    s1, s2 = np.atleast_2d(np.cov(x, rowvar=False, ddof=ddof)), np.atleast_2d(np.cov(y, rowvar=False, ddof=ddof))
    root = np.sqrt(np.linalg.eigvals(s1 @ s2).astype(complex)).real.sum()
    return ((x.mean(0) - y.mean(0)) ** 2).sum() + np.trace(s1) + np.trace(s2) - 2 * root


def polynomial(x, y):
    return (x @ y.T / x.shape[1] + 1) ** 3


def rbf(x, y, sigma=10.0):
    return np.exp(-((x[:, None] - y[None]) ** 2).sum(2) / (2 * sigma**2))


def mmd(x, y, kernel, estimator):
    m = len(x)
    xx, yy, xy = kernel(x, x), kernel(y, y), kernel(x, y)
    if estimator == "Biased":
        return xx.mean() + yy.mean() - 2 * xy.mean()
    off = ~np.eye(m, dtype=bool)
    within = (xx[off].sum() + yy[off].sum()) / (m * (m - 1))
    return within - 2 * (xy[off].sum() / (m * (m - 1)) if estimator == "UStatistic" else xy.mean())


def inception_score(logits, splits):
    p = np.exp(logits - logits.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    scores = []
    for i in range(splits):
        part = p[i * len(p) // splits : (i + 1) * len(p) // splits]
        scores.append(np.exp((part * (np.log(part) - np.log(part.mean(0)))).sum(1).mean()))
    return float(np.mean(scores)), float(np.std(scores))


def distances(x, y):
    return np.sqrt(((x[:, None] - y[None]) ** 2).sum(2))


def radii(x, k):
    d = distances(x, x)
    np.fill_diagonal(d, np.inf)
    return np.sort(d, 1)[:, k - 1]


def within(d, r, limit):
    return d <= r if limit == "Inclusive" else d < r


def precision_recall(x, y, k, limit):
    d = distances(x, y)
    return within(d, radii(x, k)[:, None], limit).any(0).mean(), within(d, radii(y, k)[None], limit).any(1).mean()


def density_coverage(x, y, k, limit):
    inside = within(distances(x, y), radii(x, k)[:, None], limit)
    return inside.sum() / (k * len(y)), inside.any(1).mean()


def wasserstein(a, b, p):
    """W_p^p of two sets on the line: the integral of |F^-1 - G^-1|^p over (0, 1), step by step."""
    a, b = np.sort(a), np.sort(b)
    ends = np.unique(np.concatenate([np.arange(1, len(a) + 1) / len(a), np.arange(1, len(b) + 1) / len(b)]).round(12))
    middle = ends - np.diff(np.concatenate([[0], ends])) / 2
    gaps = np.abs(a[(middle * len(a)).astype(int)] - b[(middle * len(b)).astype(int)]) ** p
    return (gaps * np.diff(np.concatenate([[0], ends]))).sum()


def memorisation(train, y, ratio):
    d = distances(y, train)
    order = np.argsort(d, 1, kind="stable")
    first, second = np.take_along_axis(d, order[:, :1], 1)[:, 0], np.take_along_axis(d, order[:, 1:2], 1)[:, 0]
    own = radii(train, 1)[order[:, 0]]
    return {
        "nearest": order[:, 0].tolist(), "first": first.tolist(), "second": second.tolist(), "own": own.tolist(),
        "memorised": float((first < ratio * second).mean()), "authenticity": float((first > own).mean()),
    }


def slerp(a, b, t, unit):
    na, nb = a / np.linalg.norm(a), b / np.linalg.norm(b)
    angle = np.arccos(na @ nb)
    a, b = (na, nb) if unit else (a, b)
    return (np.sin((1 - t) * angle) * a + np.sin(t * angle) * b) / np.sin(angle)


def random_case(seed, n, m, d):
    random = np.random.RandomState(seed)
    mixing = random.randn(d, d) * 0.4 + np.eye(d)
    x = (random.randn(n, d) @ mixing).round(3)
    y = (random.randn(m, d) @ mixing * 0.8 + 0.3).round(3)
    y[:3] = x[5:8]  # copies, and ties at the borders
    directions = random.randn(d, 7)
    directions /= np.linalg.norm(directions, axis=0)
    same = min(n, m)
    mean, deviation = inception_score(x, 4)
    return {
        "real": x.tolist(), "generated": y.tolist(), "directions": directions.tolist(),
        "mean": x.mean(0).tolist(), "covariance": np.cov(x, rowvar=False).tolist(),
        "fid": {str(ddof): fid(x, y, ddof) for ddof in (0, 1)},
        "kid": {f"{kernel.__name__}-{estimator}": mmd(x[:same], y[:same], kernel, estimator)
                for kernel in (polynomial, rbf) for estimator in ("Unbiased", "Biased", "UStatistic")},
        "is": [mean, deviation],
        "pr": {f"{k}{limit}": precision_recall(x, y, k, limit) for k in (1, 3, 5) for limit in ("Inclusive", "Exclusive")},
        "dc": {f"{k}{limit}": density_coverage(x, y, k, limit) for k in (1, 3, 5) for limit in ("Inclusive", "Exclusive")},
        "sliced": {str(p): float(np.mean([wasserstein(x @ u, y @ u, p) for u in directions.T])) for p in (1, 2, 3)},
        "memorisation": memorisation(x, y, 1 / 3),
    }


def paths():
    random = np.random.RandomState(3)
    a, b, t = random.randn(4, 6), random.randn(4, 6), random.rand(4)
    lengths = random.rand(250) ** 3
    return {
        "a": a.tolist(), "b": b.tolist(), "t": t.tolist(),
        "Linear": [(p + s * (q - p)).tolist() for p, q, s in zip(a, b, t)],
        "Spherical": [slerp(p, q, s, False).tolist() for p, q, s in zip(a, b, t)],
        "UnitSpherical": [slerp(p, q, s, True).tolist() for p, q, s in zip(a, b, t)],
        "lengths": lengths.tolist(),
        "trimmed": {str(q): float(np.extract((lengths >= np.percentile(lengths, 100 * q, method="lower"))
                                             & (lengths <= np.percentile(lengths, 100 - 100 * q, method="higher")), lengths).mean())
                    for q in (0.0, 0.01, 0.1)},
    }


def waves(n, d):
    """sin and cos along rows lie in a plane, so both covariances have rank 2 and the root's trace is that of two singular
    values: exact where eigenvalues of the product, 0 but for rounding, would add 1e-8 each."""
    k = np.arange(1, n * d + 1, dtype=float).reshape(n, d)
    x, y = np.sin(k), np.cos(0.7 * k) + 0.3
    values = {}
    for ddof in (0, 1):
        a, b = (x - x.mean(0)) / np.sqrt(n - ddof), (y - y.mean(0)) / np.sqrt(n - ddof)
        root = np.linalg.svd(a @ b.T, compute_uv=False)[:2].sum()
        values[str(ddof)] = ((x.mean(0) - y.mean(0)) ** 2).sum() + (a**2).sum() + (b**2).sum() - 2 * root
    return values


cases = {"few": random_case(1, 40, 31, 4), "many": random_case(2, 60, 60, 20), "line": random_case(4, 30, 45, 1), "paths": paths(),
         "waves": {"50": waves(50, 4), "200": waves(200, 8)}}
(FOLDER / "metrics.json").write_text(json.dumps(cases, default=float, separators=(",", ":")) + "\n")
