namespace TorchSharp.Modules;

/// <summary>Hands back its input, under a handle of its own.</summary>
public sealed class Identity : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Identity()
        : base(nameof(Identity))
    {
    }

    public override torch.Tensor forward(torch.Tensor tensor) => ModuleTensors.Alias(tensor);
}
