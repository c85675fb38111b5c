using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Runs a module against a reference case whose inputs are named like the module's parameters.</summary>
internal static class LayerCases
{
    /// <summary>Gives the module the case's parameters, puts them in the inputs' place, and calls it with <c>input</c>.</summary>
    public static Tensor Call(this Dictionary<string, Tensor> inputs, nn.Module<Tensor, Tensor> module) =>
        inputs.Load(module).call(inputs["input"]);

    public static T Load<T>(this Dictionary<string, Tensor> inputs, T module)
        where T : nn.Module
    {
        module.to(ScalarType.Float64);
        foreach (var (name, parameter) in module.named_parameters())
        {
            using (no_grad())
            {
                parameter.copy_(inputs[name]);
            }

            inputs[name] = parameter;
        }

        return module;
    }
}
