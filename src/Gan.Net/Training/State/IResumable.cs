using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>A trainer as a checkpoint sees it: everything that must be as it was for the game to go on as if nothing had happened.</summary>
internal interface IResumable
{
    /// <summary>Their modules, optimizers and step counts.</summary>
    IReadOnlyList<Player> Players { get; }

    /// <summary>What parts of the game remember.</summary>
    IReadOnlyDictionary<string, ComponentState> States { get; }

    /// <summary>The trainer's source of randomness.</summary>
    Generator Random { get; }

    /// <summary>How far the game has come.</summary>
    TrainerCounters Counters { get; set; }

    /// <summary>Where the game is played.</summary>
    Device Device { get; }

    /// <summary>The rules of the game.</summary>
    RunSettings Settings { get; }

    /// <summary>Throws <see cref="InvalidOperationException"/> while the models hold something else than what is trained.</summary>
    void RequireTrainedWeights();
}
