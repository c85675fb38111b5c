namespace TorchSharp.Modules;

/// <summary>Widens the last dimension with one value.</summary>
public sealed class ConstantPad1d : PadBase
{
    internal ConstantPad1d(double value, params long[] padding)
        : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
    {
    }
}
