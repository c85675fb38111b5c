using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Puts modules into evaluation mode until disposed, then back as they were.</summary>
internal sealed class EvaluationMode : IDisposable
{
    private readonly nn.Module[] _training;

    public EvaluationMode(params nn.Module[] modules)
    {
        _training = Array.FindAll(modules, module => module.training);
        foreach (var module in _training)
        {
            module.eval();
        }
    }

    public void Dispose()
    {
        foreach (var module in _training)
        {
            module.train();
        }
    }
}
