using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Puts modules, and all inside them, into evaluation mode until disposed, then each back as it was.</summary>
internal sealed class EvaluationMode : IDisposable
{
    // Outer modules before those inside them, because setting a mode sets it for all inside.
    private readonly (nn.Module Module, bool Training)[] _modes;

    public EvaluationMode(params nn.Module[] modules)
    {
        _modes = [.. modules.SelectMany(module => module.modules().Prepend(module)).Select(module => (module, module.training))];
        foreach (var module in modules)
        {
            module.eval();
        }
    }

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
