namespace TorchSharp;

/// <summary>Conversions between <see cref="Scalar"/> and .NET numbers.</summary>
public static class ScalarExtensionMethods
{
    public static float ToSingle(this Scalar value) => (float)value.AsDouble;

    public static double ToDouble(this Scalar value) => value.AsDouble;

    public static int ToInt32(this Scalar value) => (int)value.AsInteger;

    public static long ToInt64(this Scalar value) => value.AsInteger;

    public static byte ToByte(this Scalar value) => (byte)value.AsInteger;

    public static bool ToBoolean(this Scalar value) => value.AsDouble != 0;

    public static Scalar ToScalar(this float value) => value;

    public static Scalar ToScalar(this double value) => value;

    public static Scalar ToScalar(this int value) => value;

    public static Scalar ToScalar(this long value) => value;

    public static Scalar ToScalar(this bool value) => value;
}
