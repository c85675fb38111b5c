using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.TestSupport;
using Gan.Net.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Numbers;

/// <summary>
/// The places of a game where a bad number can come in, all quiet until one is armed: a source, a generator whose latents are tampered
/// with, a loss, a penalty. Arms one for a step of one player.
/// </summary>
internal sealed class Injector
{
    private readonly Player[] _players;

    public Injector(IGenerator generator, IAdversarialLoss loss, params Player[] players)
    {
        _players = players;
        Generator = new TamperedGenerator(generator, this);
        Loss = new TamperedLoss(loss, this);
        Penalty = new TamperedPenalty(this);
    }

    public IGenerator Generator { get; }

    public IAdversarialLoss Loss { get; }

    public IRegularizer Penalty { get; }

    /// <summary>What is armed, or null.</summary>
    public Injection? Armed { get; set; }

    /// <summary>Whether the armed injection is one of these and the turn is its player's; disarms it then.</summary>
    public bool Fires(InjectionPlace place, bool generatorsTurn)
    {
        if (Armed?.Place != place || Armed.OfGenerator != generatorsTurn)
        {
            return false;
        }

        Armed = null;
        return true;
    }

    private sealed class TamperedGenerator(IGenerator inner, Injector injector) : IGenerator
    {
        public LatentSpace Latent => inner.Latent;

        public nn.Module Module => inner.Module;

        public Tensor Generate(GeneratorInput input)
        {
            var latents = input.Latents!;
            // Its own turn is the one in which its samples have a graph.
            var (armed, own) = (injector.Armed, is_grad_enabled());
            if (injector.Fires(InjectionPlace.Latents, own))
            {
                Poison.Put(latents, armed!.Value, armed.Where(latents));
            }

            return inner.Generate(input);
        }

        public void Dispose()
        {
        }
    }

    private sealed class TamperedLoss(IAdversarialLoss inner, Injector injector) : IAdversarialLoss
    {
        public bool GeneratorNeedsRealLogits => inner.GeneratorNeedsRealLogits;

        public double? DecisionPoint => inner.DecisionPoint;

        public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits) => Tamper(inner.ForDiscriminator(realLogits, fakeLogits), false);

        public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits) => Tamper(inner.ForGenerator(realLogits, fakeLogits), true);

        private Tensor Tamper(Tensor terms, bool ofGenerator)
        {
            var armed = injector.Armed;
            return injector.Fires(InjectionPlace.Loss, ofGenerator) ? terms.add(armed!.Value) : terms;
        }
    }

    /// <summary>A term that is zero; armed, it is infinitely steep, or has no slope at all, in one number of one parameter.</summary>
    private sealed class TamperedPenalty(Injector injector) : IDiscriminatorRegularizer, IGeneratorRegularizer
    {
        public int Every => 1;

        public Tensor ForDiscriminator(DiscriminatorPass pass) => Term(false);

        public Tensor ForGenerator(GeneratorPass pass) => Term(true);

        private Tensor Term(bool ofGenerator)
        {
            var armed = injector.Armed;
            if (!injector.Fires(InjectionPlace.Gradient, ofGenerator))
            {
                return zeros(1);
            }

            var parameter = (Parameter)armed!.Target!;
            var number = parameter.view(-1).narrow(0, armed.Where(parameter), 1);
            var zero = number.sub(number.detach());
            return double.IsNaN(armed.Value) ? zero.mul(0).sqrt() : zero.sqrt();
        }
    }
}
