namespace TorchSharp.Modules;

/// <summary>Widens the last dimension with the values mirrored at the edge, the edge itself not repeated.</summary>
public sealed class ReflectionPad1d : PadBase
{
    internal ReflectionPad1d(params long[] padding)
        : base(nameof(ReflectionPad1d), PaddingModes.Reflect, 0, padding)
    {
    }
}
