namespace TorchSharp.Modules;

/// <summary>How a module's own property takes a new tensor: the old one is disposed, the new one leaves its scope and is registered.</summary>
internal static class ModuleParameters
{
    public static void Set(ref Parameter? field, Parameter? value, torch.nn.Module owner, string component)
    {
        if (!ReferenceEquals(field, value))
        {
            field?.Dispose();
            field = value;
            value?.DetachFromDisposeScope();
            owner.SetOwn(component, value);
        }
    }

    public static void Set(ref torch.Tensor? field, torch.Tensor? value, torch.nn.Module owner, string component)
    {
        if (!ReferenceEquals(field, value))
        {
            field?.Dispose();
            field = value;
            value?.DetachFromDisposeScope();
            owner.SetOwnBuffer(component, value);
        }
    }
}
