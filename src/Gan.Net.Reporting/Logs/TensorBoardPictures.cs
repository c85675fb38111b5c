using Gan.Net.Imaging;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>What pictures of samples go to TensorBoard. Immutable.</summary>
public sealed record TensorBoardPictures
{
    /// <summary>Samples in a picture, at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>Draws samples <c>[Count, ...sample]</c> on the CPU, which stay the hook's.</summary>
    public required Func<Tensor, PixelImage> Draw { get; init; }

    /// <summary>Rounds between two pictures, at least 1: the first report from there on has one. Default 1000.</summary>
    public long Every { get; init; } = 1000;

    internal TensorBoardPictures Checked()
    {
        new OptionProblems(nameof(TensorBoardPictures)).AtLeast(Count, 1).Require(Draw is not null, "must be given", Draw).AtLeast(Every, 1).ThrowIfAny();
        return this;
    }
}
