using Gan.Net.Regularizers;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Throws from one of its calls on.</summary>
internal sealed class ThrowingPenalty(int from) : IDiscriminatorRegularizer
{
    private int _calls;

    public int Every => 1;

    public Tensor ForDiscriminator(DiscriminatorPass pass) =>
        _calls++ >= from ? throw new InvalidDataException("broken") : zeros(1, dtype: pass.RealLogits.dtype);
}
