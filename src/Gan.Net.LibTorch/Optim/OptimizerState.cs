using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter. Its tensors belong to no dispose scope.</summary>
public abstract class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    /// <summary>Begins anew.</summary>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Copies another parameter's state to this parameter's device.</summary>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Whether both states agree to a relative 1e-5.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(Device device)
    {
    }

    /// <summary>Disposes what a field holds and puts something else there, outside every scope.</summary>
    private protected static void Put(ref Tensor? field, Tensor? value)
    {
        field?.Dispose();
        field = value?.DetachFromDisposeScope();
    }

    private protected static void Move(ref Tensor? field, Device device)
    {
        if (field is not null)
        {
            Put(ref field, field.to(device));
        }
    }

    private protected static bool Alike(Tensor? one, Tensor? other) =>
        one is null || other is null ? ReferenceEquals(one, other) : InPlace.Alike(one, other);

    private protected Tensor Zeros() => InPlace.ZerosLike(_parameter);

    private protected Tensor? CopyOf(Tensor? source) => source?.to(_parameter.device, copy: true);
}
