using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Looks for NaN and infinity in the bytes of a tensor: the floats whose exponent is all ones.</summary>
internal static class FiniteCheck
{
    private const ushort HalfExponent = 0x7C00;
    private const ushort BFloatExponent = 0x7F80;
    private const uint SingleExponent = 0x7F80_0000;
    private const ulong DoubleExponent = 0x7FF0_0000_0000_0000;

    /// <summary>Whether every element is a finite number; true for whole numbers.</summary>
    public static bool IsFinite(ScalarType type, ReadOnlySpan<byte> content) => type switch
    {
        ScalarType.Float16 => NoneHas(content, HalfExponent),
        ScalarType.BFloat16 => NoneHas(content, BFloatExponent),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => NoneHas(content, SingleExponent),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => NoneHas(content, DoubleExponent),
        _ => true,
    };

    private static bool NoneHas<T>(ReadOnlySpan<byte> content, T mask)
        where T : struct, IBinaryInteger<T>
    {
        var values = MemoryMarshal.Cast<byte, T>(content);
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        var wide = new Vector<T>(mask);
        var i = 0;
        for (; i + 4 <= vectors.Length; i += 4)
        {
            var found = Has(vectors[i], wide) | Has(vectors[i + 1], wide) | Has(vectors[i + 2], wide) | Has(vectors[i + 3], wide);
            if (found != Vector<T>.Zero)
            {
                return false;
            }
        }

        foreach (var value in values[(i * Vector<T>.Count)..])
        {
            if ((value & mask) == mask)
            {
                return false;
            }
        }

        return true;
    }

    private static Vector<T> Has<T>(Vector<T> values, Vector<T> mask)
        where T : struct => Vector.Equals(values & mask, mask);
}
