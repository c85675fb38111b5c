namespace TorchSharp.Modules;

/// <summary>The logarithm of the sigmoid.</summary>
public sealed class LogSigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal LogSigmoid()
        : base(nameof(LogSigmoid))
    {
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.logsigmoid(tensor);
}
