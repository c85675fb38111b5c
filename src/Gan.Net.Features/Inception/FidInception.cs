using Gan.Net.Checkpoints;
using Gan.Net.IO;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>
/// The Inception v3 of FID (Szegedy et al. 2016; the weights of 2015-12-05 with 1,008 classes), 23,850,960 parameters: feature extractor and
/// classifier. The weights are not part of this package: <see cref="Load"/> says which file it wants. Owns its tensors. One thread at a time.
/// </summary>
public sealed class FidInception : IClassifier
{
    private readonly InceptionNetwork _network;
    private readonly FidInceptionOptions _options;

    private FidInception(IReadOnlyDictionary<string, Tensor> tensors, FidInceptionOptions options)
    {
        _options = options;
        _network = new InceptionNetwork(tensors, options.Device);
        Name = $"inception-{ContentHash.OfTensors(tensors)[..8]}-{options.Suffix}";
    }

    /// <summary>Trainable parameters of the network: convolutions, batch norms and the classes' layer.</summary>
    public static long ParameterCount { get; } =
        InceptionUnits.All.Sum(unit => unit.Shape.Aggregate((product, size) => product * size) + (2 * unit.Shape[0]))
        + (InceptionWeights.Classes * (InceptionWeights.FeatureCount + 1));

    /// <summary>"inception-", eight digits of the weights' hash, and the way of resizing: <c>inception-0f3a91c2-pytorch</c>.</summary>
    public string Name { get; }

    /// <summary>1,008, of which 8 were never used.</summary>
    public int Classes => InceptionWeights.Classes;

    /// <summary>Loads the network.</summary>
    /// <param name="path">A safetensors file with the published names, as <c>tools/inception-weights.py</c> makes it of the published file.</param>
    /// <param name="options">How images are fed to it; null for pytorch-fid's way.</param>
    /// <exception cref="FileNotFoundException">There is no file; the message says which one is wanted and how to make it.</exception>
    /// <exception cref="Gan.Net.IO.DataFormatException">The file is no sound safetensors file.</exception>
    /// <exception cref="Gan.Net.Checkpoints.StateMismatchException">The file holds other tensors.</exception>
    public static FidInception Load(string path, FidInceptionOptions? options = null)
    {
        options = (options ?? new FidInceptionOptions()).Checked();
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return new FidInception(InceptionWeights.Read(path), options);
    }

    /// <summary>The features of images.</summary>
    /// <param name="samples">
    /// <c>[N, 3, H, W]</c>, or gray <c>[N, 1, H, W]</c>, whose channel is taken three times: bytes, or floats in the options' range, on any device.
    /// </param>
    /// <returns>Float32 <c>[N, 2048]</c>, or as many as the options' block has, on the network's device. The caller owns them.</returns>
    /// <exception cref="ArgumentException">The samples have another shape.</exception>
    public Tensor Extract(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim != 4 || samples.shape[1] is not (1 or 3))
        {
            throw new ArgumentException($"The images are [{string.Join(", ", samples.shape)}]; expected [N, 1, H, W] or [N, 3, H, W].", nameof(samples));
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        var pieces = samples.split(_options.BatchSize).Select(Piece).ToArray();
        return scope.MoveToOuter(cat(pieces));
    }

    /// <summary>The classes' logits, without the last layer's bias: as the Inception Score's codes do.</summary>
    /// <param name="features">Final features <c>[N, 2048]</c>.</param>
    /// <returns>Float32 <c>[N, 1008]</c>. The caller owns them.</returns>
    /// <exception cref="ArgumentException">The features are those of an earlier block.</exception>
    public Tensor Logits(Tensor features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.ndim != 2 || features.shape[1] != InceptionWeights.FeatureCount)
        {
            throw new ArgumentException(
                $"The features are [{string.Join(", ", features.shape)}]; expected [N, {InceptionWeights.FeatureCount}], those of {nameof(InceptionBlock)}.{nameof(InceptionBlock.Final)}.",
                nameof(features));
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        return scope.MoveToOuter(_network.Logits(features));
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private Tensor Piece(Tensor images)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(_network.Features(InceptionImages.Prepare(images.to(_options.Device), _options), _options.Block));
    }
}
