using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Support;

/// <summary>Points that are always the same.</summary>
internal sealed class PointSampler : ISampler
{
    public Tensor Sample(int count) => full(count, 2, 0.5f);
}
