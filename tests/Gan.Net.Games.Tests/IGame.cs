using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Games.Tests;

/// <summary>A game that the tests hold to what every game can do.</summary>
internal interface IGame : IDisposable
{
    Trainer<Batch> Trainer { get; }

    IBatchSource<Batch> Source { get; }

    IReadOnlyList<nn.Module> Modules { get; }
}
