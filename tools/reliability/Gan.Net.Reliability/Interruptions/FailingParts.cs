using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Interruptions;

/// <summary>Everything of a game that a user may have written: each throws at its n-th call from when it was armed, one of them at a time.</summary>
internal sealed class FailingParts
{
    private string? _armed;
    private int _calls;

    /// <summary>The parts, by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["source", "generator", "discriminator", "loss of D", "loss of G", "penalty", "before a step", "start hook", "report hook", "late hook", "end hook"];

    /// <summary>What was thrown last.</summary>
    public PlannedException? Thrown { get; private set; }

    /// <summary>Called when a part is about to throw.</summary>
    public Action? Throwing { get; set; }

    public void Arm(string name, int calls) => (_armed, _calls, Thrown) = (name, calls, null);

    public void Disarm() => _armed = null;

    /// <summary>A part is called.</summary>
    public void Call(string name)
    {
        if (_armed == name && _calls-- == 0)
        {
            _armed = null;
            Throwing?.Invoke();
            Thrown = new PlannedException(name);
            throw Thrown;
        }
    }

    internal sealed class Loss(IAdversarialLoss inner, FailingParts parts) : IAdversarialLoss
    {
        public bool GeneratorNeedsRealLogits => inner.GeneratorNeedsRealLogits;

        public Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits)
        {
            parts.Call("loss of D");
            return inner.ForDiscriminator(realLogits, fakeLogits);
        }

        public Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits)
        {
            parts.Call("loss of G");
            return inner.ForGenerator(realLogits, fakeLogits);
        }
    }

    internal sealed class Penalty(FailingParts parts) : IDiscriminatorRegularizer
    {
        public int Every => 1;

        public Tensor ForDiscriminator(DiscriminatorPass pass)
        {
            parts.Call("penalty");
            return zeros(1);
        }
    }

    internal sealed class Before(FailingParts parts) : IBeforeStep
    {
        public void Act(FlatParameters parameters) => parts.Call("before a step");
    }

    internal sealed class Hook(FailingParts parts) : TrainingHook
    {
        public override void OnStart(IReadOnlyList<ISampler> views) => parts.Call("start hook");

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => parts.Call("report hook");

        public override void OnReported(TrainingReport report) => parts.Call("late hook");

        public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views) => parts.Call("end hook");
    }

    internal sealed class Generator(IGenerator inner, FailingParts parts) : IGenerator
    {
        public LatentSpace Latent => inner.Latent;

        public nn.Module Module => inner.Module;

        public Tensor Generate(GeneratorInput input)
        {
            parts.Call("generator");
            return inner.Generate(input);
        }

        public void Dispose()
        {
        }
    }

    internal sealed class Discriminator(IDiscriminator inner, FailingParts parts) : IDiscriminator
    {
        public nn.Module Module => inner.Module;

        public DiscriminatorOutput Score(DiscriminatorInput input)
        {
            parts.Call("discriminator");
            return inner.Score(input);
        }

        public void Dispose()
        {
        }
    }
}
