using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Gan.Net.LibTorch.Tests;

public sealed class LayerCaseTests
{
    internal static readonly ReferenceCases Cases = new("nn-layers")
    {
        { "Linear", x => x.Call(Linear(4, 3)) },
        { "Linear/linear", x => F.linear(x["input"], x["weight"], x["bias"]) },
        { "Linear no bias/Linear", x => x.Call(Linear(4, 3, hasBias: false)) },
        { "Bilinear", x => x.Load(Bilinear(3, 4, 2)).call(x["input"], x["other"]) },
        { "Bilinear/bilinear", x => F.bilinear(x["input"], x["other"], x["weight"], x["bias"]) },
        { "Conv1d", x => x.Call(Conv1d(4, 6, 3, stride: 2, padding: 1, dilation: 2, groups: 2)) },
        { "Conv1d/conv1d", x => F.conv1d(x["input"], x["weight"], x["bias"], 2, 1, 2, 2) },
        { "Conv1d same/Conv1d", x => x.Call(Conv1d(2, 3, 4, Padding.Same)) },
        { "Conv1d same/conv1d_padding", x => F.conv1d_padding(x["input"], x["weight"], x["bias"], padding: Padding.Same) },
        { "Conv2d", x => x.Call(Conv2d(4, 6, (3, 2), (2, 1), (1, 2), (1, 2), groups: 2)) },
        { "Conv2d/conv2d", x => F.conv2d(x["input"], x["weight"], x["bias"], [2, 1], [1, 2], [1, 2], 2) },
        { "Conv2d square no bias/Conv2d", x => x.Call(Conv2d(3, 2, 4, 2, 1, bias: false)) },
        { "Conv2d square no bias/conv2d", x => F.conv2d(x["input"], x["weight"], null, [2], [1]) },
        { "Conv2d same/Conv2d", x => x.Call(Conv2d(2, 3, (4, 3), Padding.Same, dilation: (1, 2))) },
        { "Conv2d same/conv2d_padding", x => F.conv2d_padding(x["input"], x["weight"], x["bias"], [1, 1], Padding.Same, [1, 2]) },
        { "Conv2d valid/Conv2d", x => x.Call(Conv2d(2, 3, 3, Padding.Valid)) },
        { "Conv2d valid/conv2d_padding", x => F.conv2d_padding(x["input"], x["weight"], x["bias"]) },
        { "Conv2d unbatched/Conv2d", x => x.Call(Conv2d(2, 3, 3)) },
        { "Conv2d reflect/Conv2d", x => x.Call(Conv2d(2, 3, (3, 3), padding: (1, 2), padding_mode: PaddingModes.Reflect)) },
        { "Conv2d same circular/Conv2d", x => x.Call(Conv2d(2, 3, (4, 3), Padding.Same, padding_mode: PaddingModes.Circular)) },
        { "Conv3d", x => x.Call(Conv3d(2, 3, (2, 3, 2), (1, 2, 1), (1, 1, 0))) },
        { "Conv3d/conv3d", x => F.conv3d(x["input"], x["weight"], x["bias"], [1, 2, 1], [1, 1, 0]) },
        { "Conv3d same/conv3d_padding", x => F.conv3d_padding(x["input"], x["weight"], x["bias"], padding: Padding.Same) },
        { "ConvTranspose1d", x => x.Call(ConvTranspose1d(4, 6, 3, stride: 2, padding: 1, output_padding: 1, groups: 2)) },
        { "ConvTranspose1d/conv_transpose1d", x => F.conv_transpose1d(x["input"], x["weight"], x["bias"], 2, 1, 1, groups: 2) },
        { "ConvTranspose2d", x => x.Call(ConvTranspose2d(4, 6, (4, 3), (2, 3), (1, 0), (1, 2), (1, 2), groups: 2)) },
        { "ConvTranspose2d/conv_transpose2d", x => F.conv_transpose2d(x["input"], x["weight"], x["bias"], [2, 3], [1, 0], [1, 2], [1, 2], 2) },
        { "ConvTranspose2d no bias/ConvTranspose2d", x => x.Call(ConvTranspose2d(2, 3, 4, 2, 1, bias: false)) },
        { "ConvTranspose2d sized/ConvTranspose2d", x => x.Load(ConvTranspose2d(2, 3, 3, 2)).forward(x["input"], [8, 7]) },
        { "ConvTranspose3d/conv_transpose3d", x => F.conv_transpose3d(x["input"], x["weight"], null, [2, 1, 1], [1, 0, 0], [1, 0, 0]) },
        { "BatchNorm1d", x => x.Call(BatchNorm1d(3)) },
        { "BatchNorm1d sequence/BatchNorm1d", x => x.Call(BatchNorm1d(3)) },
        { "BatchNorm2d", x => x.Call(BatchNorm2d(3, eps: 1e-3)) },
        { "BatchNorm2d/batch_norm", x => F.batch_norm(x["input"], null, null, x["weight"], x["bias"], true, eps: 1e-3) },
        { "BatchNorm2d plain/BatchNorm2d", x => x.Call(BatchNorm2d(3, affine: false, track_running_stats: false)) },
        { "BatchNorm2d evaluated/batch_norm", x => F.batch_norm(x["input"], x["mean"].detach(), x["var"].detach(), x["weight"], x["bias"]) },
        { "BatchNorm2d evaluated/BatchNorm2d", Evaluated },
        { "BatchNorm3d", x => x.Call(BatchNorm3d(2)) },
        { "InstanceNorm1d", x => x.Call(InstanceNorm1d(3, affine: true)) },
        { "InstanceNorm2d", x => x.Call(InstanceNorm2d(3)) },
        { "InstanceNorm2d affine/InstanceNorm2d", x => x.Call(InstanceNorm2d(3, affine: true, eps: 1e-3)) },
        { "InstanceNorm2d affine/instance_norm", x => F.instance_norm(x["input"], weight: x["weight"], bias: x["bias"], eps: 1e-3) },
        { "InstanceNorm2d unbatched/InstanceNorm2d", x => x.Call(InstanceNorm2d(3)) },
        { "LayerNorm", x => x.Call(LayerNorm([3, 4])) },
        { "LayerNorm/layer_norm", x => F.layer_norm(x["input"], [3, 4], x["weight"], x["bias"]) },
        { "LayerNorm plain/LayerNorm", x => x.Call(LayerNorm(4, 1e-3, elementwise_affine: false)) },
        { "LayerNorm no bias/LayerNorm", x => x.Call(LayerNorm(4, bias: false)) },
        { "GroupNorm", x => x.Call(GroupNorm(2, 4)) },
        { "GroupNorm/group_norm", x => F.group_norm(x["input"], 2, x["weight"], x["bias"]) },
        { "GroupNorm plain/GroupNorm", x => x.Call(GroupNorm(2, 4, 1e-3, affine: false)) },
        { "LocalResponseNorm", x => x.Call(LocalResponseNorm(3, 0.2, 0.6, 1.5)) },
        { "LocalResponseNorm pictures/local_response_norm", x => F.local_response_norm(x["input"], 2, 0.3) },
        { "PReLU", x => x.Call(PReLU(3)) },
        { "PReLU/prelu", x => F.prelu(x["input"], x["weight"]) },
        { "Embedding", x => x.Call(Embedding(4, 3)) },
        { "Embedding padded/Embedding", x => x.Call(Embedding(4, 3, padding_idx: -1)) },
        { "Embedding by frequency/Embedding", x => x.Call(Embedding(4, 3, scale_grad_by_freq: true)) },
        { "Embedding bounded/Embedding", x => x.Call(Embedding(4, 3, max_norm: 1.5)) },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Layer_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    private static Tensor Evaluated(Dictionary<string, Tensor> x)
    {
        var module = x.Load(BatchNorm2d(3));
        module.running_mean = x["mean"].detach().clone();
        module.running_var = x["var"].detach().clone();
        module.eval();
        return module.call(x["input"]);
    }
}
