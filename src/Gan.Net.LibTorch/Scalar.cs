using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

/// <summary>A number of any element type, as operators take it. Holds no native memory here: disposing one does nothing.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(torch.ScalarType type, ValueTag tag, long bits)
    {
        Type = type;
        Tag = tag;
        Bits = bits;
    }

    /// <summary>The element type the value came from.</summary>
    public torch.ScalarType Type { get; }

    internal ValueTag Tag { get; }

    internal long Bits { get; }

    internal double AsDouble => Tag == ValueTag.Real ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long AsInteger => Tag == ValueTag.Real ? (long)BitConverter.Int64BitsToDouble(Bits) : Bits;

    public static implicit operator Scalar(byte value) => Integer(torch.ScalarType.Byte, value);

    public static implicit operator Scalar(sbyte value) => Integer(torch.ScalarType.Int8, value);

    public static implicit operator Scalar(short value) => Integer(torch.ScalarType.Int16, value);

    public static implicit operator Scalar(int value) => Integer(torch.ScalarType.Int32, value);

    public static implicit operator Scalar(long value) => Integer(torch.ScalarType.Int64, value);

    public static implicit operator Scalar(bool value) => new(torch.ScalarType.Bool, ValueTag.Boolean, value ? 1 : 0);

    public static implicit operator Scalar(Half value) => Real(torch.ScalarType.Float16, (double)value);

    public static implicit operator Scalar(float value) => Real(torch.ScalarType.Float32, value);

    public static implicit operator Scalar(double value) => Real(torch.ScalarType.Float64, value);

    public void Dispose()
    {
    }

    internal static Scalar Real(torch.ScalarType type, double value) => new(type, ValueTag.Real, BitConverter.DoubleToInt64Bits(value));

    internal static Scalar Integer(torch.ScalarType type, long value) => new(type, ValueTag.Integer, value);
}
