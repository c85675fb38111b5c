using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Puts modules, and all inside them, into evaluation mode until disposed, then each back as it was: for looking at a model in the
/// middle of its training. Not thread-safe.
/// </summary>
public sealed class EvaluationMode : IDisposable
{
    // Outer modules before those inside them, because setting a mode sets it for all inside.
    private readonly (nn.Module Module, bool Training)[] _modes;

    /// <summary>Notes each module's mode and sets evaluation mode.</summary>
    /// <param name="modules">The modules; they stay the caller's.</param>
    public EvaluationMode(params nn.Module[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        _modes = [.. modules.SelectMany(module => module.modules().Prepend(module)).Select(module => (module, module.training))];
        foreach (var module in modules)
        {
            module.eval();
        }
    }

    /// <summary>Puts each module back as it was.</summary>
    public void Dispose()
    {
        foreach (var (module, training) in _modes)
        {
            if (module.training != training)
            {
                module.train(training);
            }
        }
    }
}
