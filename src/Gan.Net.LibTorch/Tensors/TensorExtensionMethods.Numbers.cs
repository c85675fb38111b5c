using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions of a one-element tensor to .NET numbers. Fractions are cut off towards zero.</summary>
/// <exception cref="OverflowException">The number does not fit.</exception>
public static partial class TensorExtensionMethods
{
    public static float ToSingle(this Tensor value) => (float)value.Item(out _);

    public static double ToDouble(this Tensor value) => value.Item(out _);

    public static Half ToHalf(this Tensor value) => (Half)value.Item(out _);

    public static sbyte ToSByte(this Tensor value) => checked((sbyte)value.ToInt64());

    public static byte ToByte(this Tensor value) => checked((byte)value.ToInt64());

    public static short ToInt16(this Tensor value) => checked((short)value.ToInt64());

    public static int ToInt32(this Tensor value) => checked((int)value.ToInt64());

    public static long ToInt64(this Tensor value)
    {
        var real = value.Item(out var integer);
        return value.is_floating_point() ? checked((long)real) : integer;
    }

    /// <summary>Whether the number is not zero.</summary>
    public static bool ToBoolean(this Tensor value) => value.Item(out _) != 0;
}
