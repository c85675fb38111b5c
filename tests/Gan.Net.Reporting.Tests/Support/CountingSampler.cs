using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Support;

/// <summary>Gives zeros of one number each, and remembers how many were asked for.</summary>
internal sealed class CountingSampler : ISampler
{
    public List<int> Counts { get; } = [];

    public Tensor Sample(int count)
    {
        Counts.Add(count);
        return zeros(count, 1);
    }
}
