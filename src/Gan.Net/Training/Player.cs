using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// One side of an adversarial game: modules, and the optimizer that moves them. Owns its optimizer and buffers, not the modules.
/// Not thread-safe.
/// </summary>
public sealed class Player : IDisposable
{
    /// <summary>Gathers the modules' parameters, which must already be on their device.</summary>
    /// <param name="name">The name in reports and logs, for example "generator".</param>
    /// <param name="modules">The modules this player trains.</param>
    /// <param name="optimizer">How they are updated.</param>
    /// <param name="stepsPerRound">Steps in each round, at least 1.</param>
    public Player(string name, IReadOnlyList<nn.Module> modules, OptimizerSettings optimizer, int stepsPerRound = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(modules);
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerRound, 1);
        Name = name;
        Modules = modules;
        StepsPerRound = stepsPerRound;
        Parameters = new FlatParameters(modules);
        Settings = optimizer;
        Optimizer = optimizer.Create(Parameters.Optimized);
    }

    /// <summary>The name in reports and logs.</summary>
    public string Name { get; }

    /// <summary>The modules this player trains.</summary>
    public IReadOnlyList<nn.Module> Modules { get; }

    /// <summary>Steps in each round.</summary>
    public int StepsPerRound { get; }

    /// <summary>The player's parameters in one buffer, and their gradients.</summary>
    public FlatParameters Parameters { get; }

    /// <summary>What the optimizer was made from.</summary>
    public OptimizerSettings Settings { get; }

    /// <summary>The optimizer over <see cref="FlatParameters.Optimized"/>.</summary>
    public optim.Optimizer Optimizer { get; }

    /// <summary>Rounds with more steps than usual, or null. Default null.</summary>
    public StepWarmUp? WarmUp { get; init; }

    /// <summary>What acts on the gradients before each step, in this order. Default nothing.</summary>
    public IReadOnlyList<IBeforeStep> BeforeStep { get; init; } = [];

    /// <summary>What acts on the weights after each step, in this order. Default nothing.</summary>
    public IReadOnlyList<IAfterStep> AfterStep { get; init; } = [];

    /// <summary>Optimizer steps taken.</summary>
    public long Steps { get; internal set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Optimizer.Dispose();
        Parameters.Dispose();
    }

    /// <summary>Steps in one round.</summary>
    /// <param name="round">The round, from 0.</param>
    internal int StepsIn(long round) => WarmUp?.Covers(round) == true ? WarmUp.Steps : StepsPerRound;

    /// <summary>Moves the parameters along the gradients.</summary>
    /// <param name="samplesSeen">Real samples seen before the round.</param>
    internal void Step(long samplesSeen)
    {
        if (BeforeStep.Count > 0)
        {
            ActBeforeStep();
        }

        Settings.Adjust(Optimizer, samplesSeen);
        Optimizer.step();
        Steps++;
        if (AfterStep.Count > 0)
        {
            ActAfterStep();
        }
    }

    private void ActBeforeStep()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        for (var i = 0; i < BeforeStep.Count; i++)
        {
            BeforeStep[i].Act(Parameters);
        }
    }

    private void ActAfterStep()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        for (var i = 0; i < AfterStep.Count; i++)
        {
            AfterStep[i].Act(Parameters);
        }
    }
}
