namespace TorchSharp.Modules;

/// <summary>Widens the last two dimensions with the values mirrored at the edge, the edge itself not repeated.</summary>
public sealed class ReflectionPad2d : PadBase
{
    internal ReflectionPad2d(params long[] padding)
        : base(nameof(ReflectionPad2d), PaddingModes.Reflect, 0, padding)
    {
    }
}
