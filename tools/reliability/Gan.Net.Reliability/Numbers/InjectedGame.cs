using Gan.Net.Reliability.Games;
using Gan.Net.TestSupport;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Numbers;

/// <summary>A small game with an <see cref="Injector"/>, which notes the state after every step.</summary>
internal sealed class InjectedGame : IDisposable
{
    private readonly SmallGenerator _generator = new(seed: 1);
    private readonly SmallDiscriminator _discriminator = new(seed: 2);
    private readonly Injector _injector;
    private readonly NoiseSource _source;
    private readonly GanTrainerOptions _options;

    public InjectedGame(GanTrainerOptions options)
    {
        _options = options;
        _injector = new Injector(_generator, options.Loss);
        var note = new Note(this);
        Trainer = new GanTrainer(_injector.Generator, _discriminator, options with
        {
            Loss = _injector.Loss,
            Regularizers = [.. options.Regularizers, _injector.Penalty],
            AfterDiscriminatorStep = [.. options.AfterDiscriminatorStep, note],
            AfterGeneratorStep = [.. options.AfterGeneratorStep, note],
        });
        _source = new NoiseSource(1, 4, 4)
        {
            Made = (_, samples) =>
            {
                var armed = _injector.Armed;
                if (_injector.Fires(InjectionPlace.Batch, false))
                {
                    Poison.Put(samples, armed!.Value, armed.Where(samples));
                }
            },
        };
    }

    public GanTrainer Trainer { get; }

    /// <summary>The state after the last step taken, or before the round in hand.</summary>
    public string LastState { get; private set; } = "";

    public void Play(int rounds) => Trainer.Fit(_source, TrainingLength.Rounds(rounds));

    /// <summary>Chooses a bad number.</summary>
    public Injection Choose(SeededRandom random)
    {
        var place = (InjectionPlace)random.NextInt64(6);
        var ofGenerator = place != InjectionPlace.Batch && random.NextInt64(2) == 0;
        ofGenerator |= place == InjectionPlace.Latents && _options.Latents == LatentReuse.Shared;  // made once, with a graph, for both
        var value = random.NextInt64(3) switch { 0 => double.NaN, 1 => double.PositiveInfinity, _ => double.NegativeInfinity };
        var module = ofGenerator ? (nn.Module)_generator : _discriminator;
        var targets = place == InjectionPlace.Buffer
            ? module.named_buffers().Where(part => part.buffer.is_floating_point()).ToList()
            : [.. module.named_parameters().Select(part => (part.name, (Tensor)part.parameter))];
        var (name, target) = targets[(int)random.NextInt64(targets.Count)];
        return new Injection(place, ofGenerator, value, random.NextInt64(1 << 20))
        {
            Target = target,
            TargetName = $"{(ofGenerator ? "generator" : "discriminator")} {name}",
        };
    }

    /// <summary>Plays one round with the bad number in it.</summary>
    /// <returns>What was wrong with how it was found, or null.</returns>
    public string? Suffer(Injection injection)
    {
        if (injection.Place is InjectionPlace.Weight or InjectionPlace.Buffer)
        {
            Poison.Put(injection.Target!, injection.Value, injection.Where(injection.Target!));
        }
        else
        {
            _injector.Armed = injection;
        }

        LastState = StateDigest.Of(Trainer);
        var rounds = Trainer.Rounds;
        try
        {
            Play(1);
            return $"{injection}: not found";
        }
        catch (NonFiniteNumberException failure)
        {
            return failure.Tensor != injection.Expected ? $"{injection}: found as '{failure.Tensor}', expected '{injection.Expected}'"
                : failure.Round != rounds + 1 ? $"{injection}: said to be in round {failure.Round}"
                : StateDigest.Of(Trainer) != LastState ? $"{injection}: the state changed"
                : null;
        }
    }

    public void Dispose()
    {
        Trainer.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
        _source.Dispose();
    }

    private sealed class Note(InjectedGame game) : IAfterStep
    {
        public void Act(FlatParameters parameters)
        {
            if (game._injector.Armed is not null)
            {
                game.LastState = StateDigest.Of(game.Trainer);
            }
        }
    }
}
