"""Layers and functions of torch.nn: forward values and gradients of inputs and parameters.

A layer's case takes `input` and, under their own names, the layer's parameters.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.nn.utils.stateless import functional_call

from fixtures import Fixtures, uniform

fixtures = None


def area(name):
    global fixtures
    if fixtures is not None:
        fixtures.write()
    fixtures = Fixtures(name)


def layer(name, module, **inputs):
    """A case of a module whose parameters are among the inputs."""
    module.double()
    shapes = {key: uniform(*value.shape) for key, value in module.named_parameters()}
    ways_in = len(inputs)

    def run(*values):
        return functional_call(module, dict(zip(shapes, values[ways_in:])), values[:ways_in])

    fixtures.case(name, run, **inputs, **shapes)


def case(name, fn, **inputs):
    fixtures.case(name, fn, **inputs)


# ---- layers with parameters
area("nn-layers")
layer("Linear", nn.Linear(4, 3), input=(2, 5, 4))
layer("Linear no bias", nn.Linear(4, 3, bias=False), input=(2, 4))
layer("Bilinear", nn.Bilinear(3, 4, 2), input=(5, 3), other=(5, 4))
layer("Conv1d", nn.Conv1d(4, 6, 3, stride=2, padding=1, dilation=2, groups=2), input=(2, 4, 9))
layer("Conv1d same", nn.Conv1d(2, 3, 4, padding="same"), input=(2, 2, 7))
layer("Conv2d", nn.Conv2d(4, 6, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2), input=(2, 4, 6, 5))
layer("Conv2d square no bias", nn.Conv2d(3, 2, 4, stride=2, padding=1, bias=False), input=(2, 3, 8, 8))
layer("Conv2d same", nn.Conv2d(2, 3, (4, 3), padding="same", dilation=(1, 2)), input=(2, 2, 6, 5))
layer("Conv2d valid", nn.Conv2d(2, 3, 3, padding="valid"), input=(2, 2, 5, 5))
layer("Conv2d unbatched", nn.Conv2d(2, 3, 3), input=(2, 5, 5))
layer("Conv2d reflect", nn.Conv2d(2, 3, 3, padding=(1, 2), padding_mode="reflect"), input=(2, 2, 5, 5))
layer("Conv2d same circular", nn.Conv2d(2, 3, (4, 3), padding="same", padding_mode="circular"), input=(2, 2, 5, 5))
layer("Conv3d", nn.Conv3d(2, 3, (2, 3, 2), stride=(1, 2, 1), padding=(1, 1, 0)), input=(1, 2, 3, 5, 4))
layer("Conv3d same", nn.Conv3d(2, 2, 2, padding="same"), input=(1, 2, 3, 3, 3))
layer("ConvTranspose1d", nn.ConvTranspose1d(4, 6, 3, stride=2, padding=1, output_padding=1, groups=2), input=(2, 4, 5))
layer("ConvTranspose2d", nn.ConvTranspose2d(4, 6, (4, 3), stride=(2, 3), padding=(1, 0), output_padding=(1, 2), dilation=(1, 2), groups=2), input=(2, 4, 3, 2))
layer("ConvTranspose2d no bias", nn.ConvTranspose2d(2, 3, 4, stride=2, padding=1, bias=False), input=(2, 2, 4, 4))
case("ConvTranspose3d", lambda input, weight: F.conv_transpose3d(input, weight, None, (2, 1, 1), (1, 0, 0), (1, 0, 0)), input=(1, 2, 2, 3, 2), weight=(2, 2, 2, 2, 2))
sized = nn.ConvTranspose2d(2, 3, 3, stride=2).double()
case("ConvTranspose2d sized", lambda input, weight, bias: F.conv_transpose2d(input, weight, bias, stride=2, output_padding=(1, 0)), input=(2, 2, 3, 3), weight=(2, 3, 3, 3), bias=(3,))
layer("BatchNorm1d", nn.BatchNorm1d(3), input=(6, 3))
layer("BatchNorm1d sequence", nn.BatchNorm1d(3), input=(2, 3, 4))
layer("BatchNorm2d", nn.BatchNorm2d(3, eps=1e-3), input=(2, 3, 3, 2))
layer("BatchNorm2d plain", nn.BatchNorm2d(3, affine=False, track_running_stats=False), input=(2, 3, 3, 2))
layer("BatchNorm3d", nn.BatchNorm3d(2), input=(2, 2, 2, 2, 3))
case("BatchNorm2d evaluated", lambda input, mean, var, weight, bias: F.batch_norm(input, mean.detach(), var.detach(), weight, bias, False, 0.1, 1e-5),
     input=(2, 3, 2, 2), mean=(3,), var=uniform(3, low=0.2, high=2), weight=(3,), bias=(3,))
layer("InstanceNorm1d", nn.InstanceNorm1d(3, affine=True), input=(2, 3, 5))
layer("InstanceNorm2d", nn.InstanceNorm2d(3), input=(2, 3, 4, 3))
layer("InstanceNorm2d affine", nn.InstanceNorm2d(3, affine=True, eps=1e-3), input=(2, 3, 4, 3))
layer("InstanceNorm2d unbatched", nn.InstanceNorm2d(3), input=(3, 4, 3))
layer("LayerNorm", nn.LayerNorm((3, 4)), input=(2, 3, 4))
layer("LayerNorm plain", nn.LayerNorm(4, elementwise_affine=False, eps=1e-3), input=(2, 3, 4))
case("LayerNorm no bias", lambda input, weight: F.layer_norm(input, (4,), weight), input=(2, 3, 4), weight=(4,))
layer("GroupNorm", nn.GroupNorm(2, 4), input=(2, 4, 3, 2))
layer("GroupNorm plain", nn.GroupNorm(2, 4, affine=False, eps=1e-3), input=(2, 4, 3))
layer("LocalResponseNorm", nn.LocalResponseNorm(3, alpha=0.2, beta=0.6, k=1.5), input=(2, 5, 4))
case("LocalResponseNorm pictures", lambda input: F.local_response_norm(input, 2, alpha=0.3), input=(2, 4, 2, 3))
layer("PReLU", nn.PReLU(3), input=(2, 3, 4))
numbers = torch.tensor([[1, 0, 3], [3, 2, 1]])
layer("Embedding", nn.Embedding(4, 3), input=numbers)
layer("Embedding padded", nn.Embedding(4, 3, padding_idx=-1), input=numbers)
layer("Embedding by frequency", nn.Embedding(4, 3, scale_grad_by_freq=True), input=numbers)
case("Embedding bounded", lambda input, weight: F.embedding(input, torch.embedding_renorm_(weight.detach().clone(), input, 1.5, 2.0)), input=numbers, weight=(4, 3))

# ---- activations
area("nn-activations")
plain = {
    "ReLU": nn.ReLU(), "ReLU6": nn.ReLU6(), "LeakyReLU": nn.LeakyReLU(0.2), "ELU": nn.ELU(0.7), "CELU": nn.CELU(0.7), "SELU": nn.SELU(),
    "GELU": nn.GELU(), "GELU tanh": nn.GELU("tanh"), "SiLU": nn.SiLU(), "Mish": nn.Mish(), "Tanh": nn.Tanh(), "Sigmoid": nn.Sigmoid(),
    "Softplus": nn.Softplus(2.0, 1.5), "Softmax": nn.Softmax(1), "Softmin": nn.Softmin(1), "LogSoftmax": nn.LogSoftmax(1), "LogSigmoid": nn.LogSigmoid(),
    "Hardtanh": nn.Hardtanh(-0.5, 1.2), "Hardsigmoid": nn.Hardsigmoid(), "Hardswish": nn.Hardswish(), "Hardshrink": nn.Hardshrink(0.6),
    "Softshrink": nn.Softshrink(0.6), "Softsign": nn.Softsign(), "Tanhshrink": nn.Tanhshrink(), "Threshold": nn.Threshold(0.3, -1.5), "GLU": nn.GLU(1),
}
for name, module in plain.items():
    layer(name, module, input=uniform(3, 4, low=-4, high=8) if name == "ReLU6" else uniform(3, 4, low=-4, high=4))
layer("Softmax2d", nn.Softmax2d(), input=(2, 3, 2, 2))
case("softmax double", lambda input: F.softmax(input, 0, dtype=torch.float64), input=uniform(3, 2).draw(5).float())

# ---- pools, paddings, pictures, shapes
area("nn-pictures")
layer("MaxPool1d", nn.MaxPool1d(3, 2, 1, 1), input=(2, 2, 8))
layer("MaxPool1d with_indices", nn.MaxPool1d(3, return_indices=True), input=(2, 2, 8))
layer("MaxPool2d", nn.MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2)), input=(2, 2, 7, 6))
layer("MaxPool2d square", nn.MaxPool2d(2), input=(2, 2, 5, 4))
layer("MaxPool2d ceiling", nn.MaxPool2d(2, ceil_mode=True), input=(1, 2, 5, 5))
layer("MaxPool2d with_indices", nn.MaxPool2d(2, return_indices=True), input=(2, 2, 4, 4))
layer("AvgPool1d", nn.AvgPool1d(3, 2, 1, count_include_pad=False), input=(2, 2, 8))
layer("AvgPool2d", nn.AvgPool2d((3, 2), (2, 1), (1, 0), divisor_override=5), input=(2, 2, 6, 5))
layer("AvgPool2d square", nn.AvgPool2d(2), input=(2, 2, 4, 5))
layer("AdaptiveAvgPool1d", nn.AdaptiveAvgPool1d(3), input=(2, 2, 7))
layer("AdaptiveAvgPool2d", nn.AdaptiveAvgPool2d((3, 2)), input=(2, 2, 7, 5))
layer("AdaptiveAvgPool2d square", nn.AdaptiveAvgPool2d(1), input=(2, 2, 3, 4))
layer("AdaptiveMaxPool1d", nn.AdaptiveMaxPool1d(3), input=(2, 2, 7))
layer("AdaptiveMaxPool2d", nn.AdaptiveMaxPool2d((3, 2)), input=(2, 2, 7, 5))
layer("AdaptiveMaxPool2d with_indices", nn.AdaptiveMaxPool2d(2, return_indices=True), input=(2, 2, 5, 5))
layer("ZeroPad2d", nn.ZeroPad2d((1, 2, 0, 3)), input=(1, 2, 2, 3))
layer("ConstantPad1d", nn.ConstantPad1d((2, 1), 0.5), input=(1, 2, 3))
layer("ConstantPad2d", nn.ConstantPad2d((1, 2, 0, 3), -0.5), input=(1, 2, 2, 3))
layer("ReflectionPad1d", nn.ReflectionPad1d((2, 1)), input=(1, 2, 4))
layer("ReflectionPad2d", nn.ReflectionPad2d((1, 2, 0, 1)), input=(1, 2, 3, 4))
layer("ReplicationPad1d", nn.ReplicationPad1d((2, 1)), input=(1, 2, 4))
layer("ReplicationPad2d", nn.ReplicationPad2d((1, 2, 0, 1)), input=(1, 2, 3, 4))
case("pad circular", lambda input: F.pad(input, (1, 2, 0, 1), "circular"), input=(1, 2, 3, 4))
case("pad all", lambda input: F.pad(input, (1, 1, 1, 1, 1, 1), value=3.0), input=(1, 2, 3))
case("pad pair", lambda input: F.pad(input, (2, 1), value=0.5), input=(1, 2, 3))
layer("Upsample", nn.Upsample(scale_factor=2.0), input=(1, 2, 2, 3))
layer("Upsample bilinear", nn.Upsample(scale_factor=(2.0, 1.5), mode="bilinear", align_corners=False), input=(1, 2, 3, 4))
layer("Upsample sized", nn.Upsample(size=(4, 7), mode="bilinear", align_corners=True), input=(1, 2, 2, 3))
case("interpolate nearest 1d", lambda input: F.interpolate(input, size=5), input=(1, 2, 3))
case("interpolate nearest 3d", lambda input: F.interpolate(input, scale_factor=2.0), input=(1, 1, 2, 2, 1))
case("interpolate nearest exact", lambda input: F.interpolate(input, size=(5, 2), mode="nearest-exact"), input=(1, 2, 3, 4))
case("interpolate linear", lambda input: F.interpolate(input, scale_factor=1.7, mode="linear"), input=(1, 2, 4))
case("interpolate bicubic", lambda input: F.interpolate(input, size=(5, 6), mode="bicubic", align_corners=False), input=(1, 2, 3, 4))
case("interpolate trilinear", lambda input: F.interpolate(input, scale_factor=1.5, mode="trilinear"), input=(1, 1, 2, 3, 2))
case("interpolate area", lambda input: F.interpolate(input, scale_factor=0.5, mode="area"), input=(1, 2, 4, 5))
case("interpolate antialias", lambda input: F.interpolate(input, size=(2, 3), mode="bilinear", antialias=True), input=(1, 2, 5, 6))
case("interpolate recomputed", lambda input: F.interpolate(input, scale_factor=1.7, mode="bilinear", recompute_scale_factor=True), input=(1, 1, 3, 4))
layer("PixelShuffle", nn.PixelShuffle(2), input=(2, 8, 2, 3))
layer("PixelUnshuffle", nn.PixelUnshuffle(2), input=(2, 2, 4, 6))
grid = uniform(1, 2, 3, 2, low=-1.3, high=1.3)
case("grid_sample", lambda input, grid: F.grid_sample(input, grid, align_corners=False), input=(1, 2, 3, 4), grid=grid)
case("grid_sample corners border", lambda input, grid: F.grid_sample(input, grid, padding_mode="border", align_corners=True), input=(1, 2, 3, 4), grid=grid)
case("grid_sample nearest reflection", lambda input, grid: F.grid_sample(input, grid, mode="nearest", padding_mode="reflection", align_corners=False), input=(1, 2, 3, 4), grid=grid)
case("affine_grid", lambda theta: F.affine_grid(theta, (2, 1, 3, 4), align_corners=False), theta=(2, 2, 3))
case("affine_grid corners", lambda theta: F.affine_grid(theta, (2, 1, 3, 4), align_corners=True), theta=(2, 2, 3))
case("unfold", lambda input: F.unfold(input, (2, 3), dilation=(1, 2), padding=(1, 0), stride=(2, 1)), input=(1, 2, 4, 6))
case("fold", lambda input: F.fold(input, (4, 6), (2, 3), dilation=(1, 2), padding=(1, 0), stride=(2, 1)), input=(1, 12, 6))
case("unfold square", lambda input: F.unfold(input, 2, stride=2), input=(1, 2, 4, 4))
case("fold square", lambda input: F.fold(input, (4, 4), 2, stride=2), input=(1, 8, 4))
case("normalize", lambda input: F.normalize(input, p=3, dim=0), input=(3, 4))
case("cosine_similarity", lambda one, other: F.cosine_similarity(one, other, dim=0), one=(3, 4), other=(3, 4))
case("pairwise_distance", lambda one, other: F.pairwise_distance(one, other, p=3, keepdim=True), one=(3, 4), other=(3, 4))
case("one_hot", lambda input: F.one_hot(input, 4), input=torch.tensor([0, 2, 3]))
layer("Flatten", nn.Flatten(), input=(2, 3, 2))
layer("Flatten inner", nn.Flatten(1, 2), input=(2, 3, 2, 2))
layer("Unflatten", nn.Unflatten(1, (2, 3)), input=(2, 6, 2))
layer("Identity", nn.Identity(), input=(2, 3))

# ---- losses
area("nn-losses")
reductions = ("none", "mean", "sum")
probabilities = uniform(2, 3, low=0.05, high=0.95)
classes = torch.tensor([2, 0, 1, 2])
for reduction in reductions:
    case(f"BCELoss {reduction}", lambda input, target, weight: F.binary_cross_entropy(input, target.detach(), weight.detach(), reduction=reduction),
         input=probabilities, target=probabilities, weight=probabilities)
    case(f"BCEWithLogitsLoss {reduction}", lambda input, target: F.binary_cross_entropy_with_logits(input, target.detach(), reduction=reduction),
         input=uniform(2, 3, low=-6, high=6), target=probabilities)
    case(f"CrossEntropyLoss {reduction}", lambda input, target: F.cross_entropy(input, target, reduction=reduction), input=(4, 3), target=classes)
    case(f"NLLLoss {reduction}", lambda input, target: F.nll_loss(input, target, reduction=reduction), input=(4, 3), target=classes)
    case(f"MSELoss {reduction}", lambda input, target: F.mse_loss(input, target, reduction=reduction), input=(2, 3), target=(2, 3))
    case(f"L1Loss {reduction}", lambda input, target: F.l1_loss(input, target, reduction=reduction), input=(2, 3), target=(2, 3))
    case(f"SmoothL1Loss {reduction}", lambda input, target: F.smooth_l1_loss(input, target, reduction=reduction, beta=0.7), input=(2, 3), target=(2, 3))
    case(f"HuberLoss {reduction}", lambda input, target: F.huber_loss(input, target, reduction=reduction, delta=0.7), input=(2, 3), target=(2, 3))
    case(f"KLDivLoss {reduction}", lambda input, target: F.kl_div(input, target, reduction=reduction, log_target=True), input=(2, 3), target=(2, 3))
    case(f"SoftMarginLoss {reduction}", lambda input, target: F.soft_margin_loss(input, target.detach(), reduction=reduction), input=(2, 3),
         target=torch.tensor([[1.0, -1, 1], [-1, -1, 1]], dtype=torch.float64))
case("BCEWithLogitsLoss weighted", lambda input, target, weight, positive: F.binary_cross_entropy_with_logits(input, target.detach(), weight.detach(), pos_weight=positive.detach()),
     input=uniform(2, 3, low=-6, high=6), target=probabilities, weight=probabilities, positive=uniform(3, low=0.5, high=3))
case("CrossEntropyLoss weighted", lambda input, target, weight: F.cross_entropy(input, target, weight.detach(), ignore_index=1, label_smoothing=0.1),
     input=(4, 3), target=classes, weight=uniform(3, low=0.5, high=3))
case("CrossEntropyLoss pictures", lambda input, target: F.cross_entropy(input, target), input=(2, 3, 2), target=torch.tensor([[0, 1], [2, 2]]))
case("NLLLoss weighted", lambda input, target, weight: F.nll_loss(input, target, weight.detach()), input=(4, 3), target=classes, weight=uniform(3, low=0.5, high=3))
case("KLDivLoss probabilities", lambda input, target: F.kl_div(input, target, reduction="sum"), input=(2, 3), target=probabilities)

# ---- what is drawn: the same seed, the same numbers
area("nn-seeded")


def seeded(name, draw):
    def run():
        torch.manual_seed(1)
        result = draw()
        return [value.detach().clone() for value in (result if isinstance(result, (list, tuple)) else [result])]
    case(name, run)


for name, make in {
    "Linear": lambda: nn.Linear(5, 3), "Linear no bias": lambda: nn.Linear(5, 3, bias=False), "Bilinear": lambda: nn.Bilinear(2, 3, 2),
    "Conv1d": lambda: nn.Conv1d(2, 3, 3), "Conv2d": lambda: nn.Conv2d(2, 3, 3), "Conv2d grouped": lambda: nn.Conv2d(4, 2, (1, 2), groups=2),
    "Conv3d": lambda: nn.Conv3d(1, 2, 2), "ConvTranspose1d": lambda: nn.ConvTranspose1d(2, 3, 3), "ConvTranspose2d": lambda: nn.ConvTranspose2d(2, 3, 4, bias=False),
    "BatchNorm2d": lambda: nn.BatchNorm2d(2), "InstanceNorm2d affine": lambda: nn.InstanceNorm2d(2, affine=True), "LayerNorm": lambda: nn.LayerNorm(3),
    "GroupNorm": lambda: nn.GroupNorm(1, 2), "Embedding": lambda: nn.Embedding(4, 3), "Embedding padded": lambda: nn.Embedding(4, 3, padding_idx=1), "PReLU": lambda: nn.PReLU(2),
}.items():
    seeded(name, lambda: list(make().state_dict().values()))
seeded("Sequential", lambda: [p for p in nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2)).parameters()])

wide, square = lambda: torch.empty(3, 5, dtype=torch.float64), lambda: torch.empty(4, 4, dtype=torch.float64)
tall, kernel = lambda: torch.empty(5, 3, dtype=torch.float64), lambda: torch.empty(2, 3, 3, 2, dtype=torch.float64)
for name, draw in {
    "uniform_": lambda: nn.init.uniform_(wide(), -1, 3), "normal_": lambda: nn.init.normal_(wide(), 1, 0.02), "constant_": lambda: nn.init.constant_(wide(), 0.3),
    "ones_": lambda: nn.init.ones_(wide()), "zeros_": lambda: nn.init.zeros_(wide()), "eye_": lambda: nn.init.eye_(wide()), "dirac_": lambda: nn.init.dirac_(kernel()),
    "xavier_uniform_": lambda: nn.init.xavier_uniform_(kernel(), 1.5), "xavier_normal_": lambda: nn.init.xavier_normal_(kernel(), 1.5),
    "kaiming_uniform_": lambda: nn.init.kaiming_uniform_(kernel(), 0.2), "kaiming_normal_": lambda: nn.init.kaiming_normal_(kernel(), 0.2, "fan_out", "leaky_relu"),
    "kaiming_normal_ relu": lambda: nn.init.kaiming_normal_(wide(), nonlinearity="relu"), "kaiming_normal_ tanh": lambda: nn.init.kaiming_normal_(wide(), nonlinearity="tanh"),
    "orthogonal_": lambda: nn.init.orthogonal_(wide(), 0.7), "orthogonal_ tall": lambda: nn.init.orthogonal_(tall()), "orthogonal_ kernel": lambda: nn.init.orthogonal_(kernel()),
    "trunc_normal_": lambda: nn.init.trunc_normal_(square(), 0.5, 0.8, -1, 1.5),
}.items():
    seeded(name, draw)
for name, draw in {
    "Dropout": lambda: nn.Dropout(0.3)(torch.ones(4, 5, dtype=torch.float64)), "Dropout1d": lambda: nn.Dropout1d(0.4)(torch.ones(3, 4, 2, dtype=torch.float64)),
    "Dropout2d": lambda: nn.Dropout2d(0.4)(torch.ones(3, 4, 2, 2, dtype=torch.float64)), "AlphaDropout": lambda: nn.AlphaDropout(0.3)(torch.ones(4, 5, dtype=torch.float64)),
}.items():
    seeded(name, draw)

# ---- what a model does over several steps
area("nn-running")
batches = [uniform(4, 2, 3, 3), uniform(4, 2, 3, 3, low=0, high=5), uniform(4, 2, 3, 3, low=-9, high=1)]


def running(make):
    def run(first, second, third):
        module = make().double()
        for batch in (first, second, third):
            module(batch.detach())
        module.eval()
        return [module(first.detach()), module.running_mean.clone(), module.running_var.clone(), module.num_batches_tracked.clone()]
    return run


inputs = dict(zip(("first", "second", "third"), batches))
case("BatchNorm2d", running(lambda: nn.BatchNorm2d(2, affine=False)), **inputs)
case("BatchNorm2d cumulative", running(lambda: nn.BatchNorm2d(2, momentum=None, affine=False)), **inputs)


def instance(first, second, third):
    module = nn.InstanceNorm2d(2, track_running_stats=True).double()
    for batch in (first, second, third):
        module(batch.detach())
    module.eval()
    return [module(first.detach()), module.running_mean.clone(), module.running_var.clone()]


case("InstanceNorm2d", instance, **inputs)


def clipped(clip):
    def run(one, other):
        parameters = [nn.Parameter(one.detach().clone()), nn.Parameter(other.detach().clone())]
        for parameter in parameters:
            (parameter.pow(3)).sum().backward()
        norm = clip(parameters)
        return [parameter.grad for parameter in parameters] + ([] if norm is None else [norm.detach()])
    return run


case("clip_grad_norm_", clipped(lambda p: nn.utils.clip_grad_norm_(p, 1.5)), one=(2, 3), other=(2,))
case("clip_grad_norm_ maximum", clipped(lambda p: nn.utils.clip_grad_norm_(p, 1.5, float("inf"))), one=(2, 3), other=(2,))
case("clip_grad_norm_ small", clipped(lambda p: nn.utils.clip_grad_norm_(p, 1e4)), one=(2, 3), other=(2,))
case("clip_grad_value_", clipped(lambda p: nn.utils.clip_grad_value_(p, 1.5)), one=(2, 3), other=(2,))
case("parameters_to_vector", lambda one, other: nn.utils.parameters_to_vector([one, other]), one=(2, 3), other=(2,))
fixtures.write()
