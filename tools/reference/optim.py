"""Twenty steps of every optimizer, and sixty learning rates of every schedule."""

import json
import pathlib

import torch
from torch.optim import lr_scheduler as schedules

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "tests" / "Fixtures"
STEPS, EPOCHS = 20, 60

OPTIMIZERS = [
    ("Adam", dict(lr=0.01)),
    ("Adam", dict(lr=0.02, betas=(0.5, 0.9), eps=1e-6, weight_decay=0.1)),
    ("Adam", dict(lr=0.03, amsgrad=True)),
    ("Adam", dict(lr=0.01, betas=(0, 0.99), amsgrad=True, weight_decay=0.2)),
    ("Adam", dict(lr=0.01, maximize=True, weight_decay=0.1)),
    ("AdamW", dict(lr=0.01, weight_decay=0)),
    ("AdamW", dict(lr=0.05, weight_decay=0.3)),
    ("AdamW", dict(lr=0.02, weight_decay=0.1, amsgrad=True)),
    ("AdamW", dict(lr=0.02, weight_decay=0.1, maximize=True)),
    ("SGD", dict(lr=0.1)),
    ("SGD", dict(lr=0.1, weight_decay=0.2)),
    ("SGD", dict(lr=0.05, momentum=0.9)),
    ("SGD", dict(lr=0.05, momentum=0.8, dampening=0.3, weight_decay=0.1)),
    ("SGD", dict(lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.1)),
    ("SGD", dict(lr=0.02, momentum=0.5, maximize=True)),
    ("RMSprop", dict(lr=0.01)),
    ("RMSprop", dict(lr=0.02, alpha=0.9, eps=1e-6, weight_decay=0.1)),
    ("RMSprop", dict(lr=0.01, momentum=0.9)),
    ("RMSprop", dict(lr=0.01, centered=True)),
    ("RMSprop", dict(lr=0.01, centered=True, momentum=0.5, weight_decay=0.1)),
    ("RMSprop", dict(lr=0.01, maximize=True)),
]


def trajectory(name, options):
    """The parameters after each step down sum(sqrt(1 + (p - t)^2) + p^2 s / 2), whose gradient differs at every step."""
    start = torch.tensor([[0.5, -1.25, 2.0], [-0.75, 1.5, -2.5]], dtype=torch.float64)
    target = torch.tensor([[1.0, 0.5, -0.25], [0.75, -1.0, 0.125]], dtype=torch.float64)
    parameter = torch.nn.Parameter(start.clone())
    optimizer = getattr(torch.optim, name)([parameter], **options)
    rows = []
    for step in range(STEPS):
        optimizer.zero_grad()
        ((1 + (parameter - target) ** 2).sqrt() + parameter**2 * (step % 3) * 0.5).sum().backward()
        optimizer.step()
        rows.append(parameter.detach().flatten().tolist())
    return rows


SCHEDULES = {
    "StepLR": lambda o: schedules.StepLR(o, 7, 0.5),
    "MultiStepLR": lambda o: schedules.MultiStepLR(o, [5, 20, 45], 0.3),
    "ExponentialLR": lambda o: schedules.ExponentialLR(o, 0.95),
    "LambdaLR": lambda o: schedules.LambdaLR(o, lambda epoch: 0.97**epoch + epoch * 0.01),
    "MultiplicativeLR": lambda o: schedules.MultiplicativeLR(o, lambda epoch: 0.9 if epoch % 4 else 1.1),
    "LinearLR": lambda o: schedules.LinearLR(o, 0.25, 0.75, 25),
    "LinearLR/defaults": lambda o: schedules.LinearLR(o),
    "ConstantLR": lambda o: schedules.ConstantLR(o, 0.4, 12),
    "CosineAnnealingLR": lambda o: schedules.CosineAnnealingLR(o, 17, 0.001),
    "PolynomialLR": lambda o: schedules.PolynomialLR(o, 40, 2.5),
    "PolynomialLR/defaults": lambda o: schedules.PolynomialLR(o),
    "CyclicLR": lambda o: schedules.CyclicLR(o, 0.001, 0.1, 7, 11),
    "CyclicLR/triangular2": lambda o: schedules.CyclicLR(o, 0.001, 0.1, 6, mode="triangular2"),
    "CyclicLR/exp_range": lambda o: schedules.CyclicLR(o, 0.001, 0.1, 6, mode="exp_range", gamma=0.98),
    "CyclicLR/scale_fn": lambda o: schedules.CyclicLR(
        o, 0.001, 0.1, 6, scale_fn=lambda x: 1 / (1 + x), scale_mode="iterations"
    ),
    "OneCycleLR": lambda o: schedules.OneCycleLR(o, 0.1, total_steps=60),
    "OneCycleLR/linear": lambda o: schedules.OneCycleLR(
        o, 0.1, epochs=12, steps_per_epoch=5, pct_start=0.4, anneal_strategy="linear", div_factor=10, final_div_factor=100
    ),
    "OneCycleLR/three_phase": lambda o: schedules.OneCycleLR(o, 0.1, total_steps=60, three_phase=True),
    "ReduceLROnPlateau": lambda o: schedules.ReduceLROnPlateau(o, factor=0.5, patience=3, cooldown=2, min_lr=0.002),
    "ReduceLROnPlateau/max": lambda o: schedules.ReduceLROnPlateau(
        o, mode="max", factor=0.7, patience=2, threshold=0.05, threshold_mode="abs"
    ),
    "ChainedLR": lambda o: schedules.ChainedScheduler(
        [schedules.ConstantLR(o, 0.1, 9), schedules.ExponentialLR(o, 0.9)]
    ),
    "SequentialLR": lambda o: schedules.SequentialLR(
        o, [schedules.ConstantLR(o, 0.1, 4), schedules.ExponentialLR(o, 0.9), schedules.StepLR(o, 5, 0.5)], [10, 30]
    ),
}


def metric(epoch):
    return 1 / (1 + epoch) if epoch < 15 else 0.05 + (epoch * 7 % 5) * 0.01


def schedule(name, make):
    """The rates of two groups and the momentum of the first before each step."""
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))]}, {"params": [torch.nn.Parameter(torch.zeros(1))], "lr": 0.2}]
    optimizer = torch.optim.SGD(groups, lr=0.05, momentum=0.9)
    scheduler = make(optimizer)
    rows = []
    for epoch in range(EPOCHS):
        rows.append([optimizer.param_groups[0]["lr"], optimizer.param_groups[1]["lr"], optimizer.param_groups[0]["momentum"]])
        optimizer.step()
        scheduler.step(metric(epoch)) if name.startswith("Reduce") else scheduler.step()
    return rows


def main():
    lines = []
    for name, options in OPTIMIZERS:
        label = name.replace("RMSprop", "RMSProp") + "(" + ", ".join(f"{key}={value}" for key, value in options.items()) + ")"
        lines.append(json.dumps({"name": label, "rows": trajectory(name, options)}))
    for name, make in SCHEDULES.items():
        lines.append(json.dumps({"name": name, "rows": schedule(name, make)}))
    path = FOLDER / "optim.json"
    path.write_text('{"runs":[\n' + ",\n".join(lines) + "\n]}\n", encoding="utf-8")
    print(f"{path.relative_to(FOLDER.parents[1])}: {len(lines)} runs, torch {torch.__version__}")


main()
