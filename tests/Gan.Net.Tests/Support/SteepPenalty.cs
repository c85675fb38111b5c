using Gan.Net.Regularizers;
using Gan.Net.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>A term that is zero, and infinitely steep in the first number of one parameter.</summary>
internal sealed record SteepPenalty(Parameter Target, bool OfGenerator) : IDiscriminatorRegularizer, IGeneratorRegularizer
{
    public int Every => 1;

    public Tensor ForDiscriminator(DiscriminatorPass pass) => OfGenerator ? zeros(1) : Term();

    public Tensor ForGenerator(GeneratorPass pass) => OfGenerator ? Term() : zeros(1);

    private Tensor Term()
    {
        var first = Target.view(-1).narrow(0, 0, 1);
        return first.sub(first.detach()).sqrt();
    }
}
