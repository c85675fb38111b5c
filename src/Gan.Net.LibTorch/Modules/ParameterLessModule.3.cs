namespace TorchSharp.Modules;

/// <summary>A module without parameters and buffers, and without children that have any: moving it costs nothing.</summary>
public abstract class ParameterLessModule<T1, T2, T3, TResult> : torch.nn.Module<T1, T2, T3, TResult>, IParameterLessModule
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_buffer(string name, torch.Tensor tensor, bool persistent = true) =>
        throw new InvalidOperationException("Cannot register a buffer on a module that is declared 'parameter-less.'");

    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_parameter(string name, Parameter param) =>
        throw new InvalidOperationException("Cannot register a parameter on a module that is declared 'parameter-less.'");

    /// <exception cref="InvalidOperationException">The child may have parameters.</exception>
    public override void register_module(string name, torch.nn.Module submodule)
    {
        if (submodule is not IParameterLessModule)
        {
            throw new InvalidOperationException("Submodules of a parameter-less module must also be parameter-less.");
        }

        base.register_module(name, submodule);
    }

    protected internal override torch.nn.Module _to(torch.Device device, torch.ScalarType dtype, bool non_blocking) => this;

    protected internal override torch.nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override torch.nn.Module _to(torch.ScalarType dtype, bool non_blocking) => this;
}
