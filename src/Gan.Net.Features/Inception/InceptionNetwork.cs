using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Gan.Net.Features;

/// <summary>
/// Inception v3 with the three patches that FID's weights ask for, and 1,008 classes: averages over a border count real pixels only, in
/// blocks A, C and the first E; the last block pools by maximum; no auxiliary classifier. Owns its tensors.
/// </summary>
internal sealed class InceptionNetwork : IDisposable
{
    private readonly Dictionary<string, (InceptionUnit Unit, Tensor Weight, Tensor Bias)> _units = new(StringComparer.Ordinal);
    private readonly Tensor _classes;

    public InceptionNetwork(IReadOnlyDictionary<string, Tensor> tensors, Device device)
    {
        foreach (var unit in InceptionUnits.All)
        {
            using var scope = NewDisposeScope();
            var (weight, bias) = InceptionWeights.Fold(tensors, unit.Name);
            _units.Add(unit.Name, (unit, weight.to(device).DetachFromDisposeScope(), bias.to(device).DetachFromDisposeScope()));
        }

        _classes = tensors["fc.weight"].to(device, copy: true).DetachFromDisposeScope();
    }

    /// <summary>The features <c>[N, D]</c> of images <c>[N, 3, 299, 299]</c> in [-1, 1].</summary>
    public Tensor Features(Tensor images, InceptionBlock block)
    {
        using var scope = NewDisposeScope();
        var x = Halve(Chain(images, "Conv2d_1a_3x3", "Conv2d_2a_3x3", "Conv2d_2b_3x3"));
        if (block != InceptionBlock.FirstPooling)
        {
            x = Halve(Chain(x, "Conv2d_3b_1x1", "Conv2d_4a_3x3"));
        }

        if (block is InceptionBlock.PreAuxiliary or InceptionBlock.Final)
        {
            x = B(A(A(A(x, "Mixed_5b"), "Mixed_5c"), "Mixed_5d"), "Mixed_6a");
            x = C(C(C(C(x, "Mixed_6b"), "Mixed_6c"), "Mixed_6d"), "Mixed_6e");
        }

        if (block == InceptionBlock.Final)
        {
            x = E(E(D(x, "Mixed_7a"), "Mixed_7b", Average), "Mixed_7c", Maximum);
        }

        return scope.MoveToOuter(x.mean([2, 3]));
    }

    /// <summary>The classes' logits <c>[N, 1008]</c> of the final features, without the bias.</summary>
    public Tensor Logits(Tensor features) => features.mm(_classes.t());

    public void Dispose()
    {
        foreach (var (_, weight, bias) in _units.Values)
        {
            weight.Dispose();
            bias.Dispose();
        }

        _classes.Dispose();
    }

    private Tensor A(Tensor x, string block) => Join(
        Chain(x, $"{block}.branch1x1"),
        Chain(x, $"{block}.branch5x5_1", $"{block}.branch5x5_2"),
        Chain(x, $"{block}.branch3x3dbl_1", $"{block}.branch3x3dbl_2", $"{block}.branch3x3dbl_3"),
        Chain(Average(x), $"{block}.branch_pool"));

    private Tensor B(Tensor x, string block) => Join(
        Chain(x, $"{block}.branch3x3"),
        Chain(x, $"{block}.branch3x3dbl_1", $"{block}.branch3x3dbl_2", $"{block}.branch3x3dbl_3"),
        Halve(x));

    private Tensor C(Tensor x, string block) => Join(
        Chain(x, $"{block}.branch1x1"),
        Chain(x, $"{block}.branch7x7_1", $"{block}.branch7x7_2", $"{block}.branch7x7_3"),
        Chain(x, [.. Enumerable.Range(1, 5).Select(i => $"{block}.branch7x7dbl_{i}")]),
        Chain(Average(x), $"{block}.branch_pool"));

    private Tensor D(Tensor x, string block) => Join(
        Chain(x, $"{block}.branch3x3_1", $"{block}.branch3x3_2"),
        Chain(x, [.. Enumerable.Range(1, 4).Select(i => $"{block}.branch7x7x3_{i}")]),
        Halve(x));

    private Tensor E(Tensor x, string block, Func<Tensor, Tensor> pool)
    {
        var narrow = Chain(x, $"{block}.branch3x3_1");
        var wide = Chain(x, $"{block}.branch3x3dbl_1", $"{block}.branch3x3dbl_2");
        return Join(
            Chain(x, $"{block}.branch1x1"),
            Chain(narrow, $"{block}.branch3x3_2a"), Chain(narrow, $"{block}.branch3x3_2b"),
            Chain(wide, $"{block}.branch3x3dbl_3a"), Chain(wide, $"{block}.branch3x3dbl_3b"),
            Chain(pool(x), $"{block}.branch_pool"));
    }

    private Tensor Chain(Tensor x, params string[] units)
    {
        using var scope = NewDisposeScope();
        foreach (var name in units)
        {
            var (unit, weight, bias) = _units[name];
            x = conv2d(x, weight, bias, strides: [unit.Stride, unit.Stride], padding: unit.Padding).relu_();
        }

        return scope.MoveToOuter(x);
    }

    private static Tensor Join(params Tensor[] branches) => cat(branches, 1);

    private static Tensor Halve(Tensor x) => max_pool2d(x, 3, stride: 2);

    private static Tensor Maximum(Tensor x) => max_pool2d(x, 3, stride: 1, padding: 1);

    private static Tensor Average(Tensor x) => avg_pool2d(x, 3, stride: 1, padding: 1, count_include_pad: false);
}
