using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Freezes every parameter that modules know of, until disposed. What still needs a gradient then, they do not know.</summary>
internal sealed class FrozenParameters : IDisposable
{
    private readonly List<Parameter> _frozen;

    public FrozenParameters(params nn.Module[] modules)
    {
        _frozen = [.. modules.SelectMany(module => module.parameters()).Where(parameter => parameter.requires_grad).Distinct<Parameter>(ReferenceEqualityComparer.Instance)];
        Set(trainable: false);
    }

    public void Dispose() => Set(trainable: true);

    private void Set(bool trainable)
    {
        foreach (var parameter in _frozen)
        {
            parameter.requires_grad = trainable;
        }
    }
}
