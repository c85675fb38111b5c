using System.Numerics;
using System.Runtime.InteropServices;

namespace Gan.Net.Checkpoints;

/// <summary>Looks for NaN and infinity in the bytes of a tensor: the floats whose exponent is all ones.</summary>
internal static class FiniteCheck
{
    /// <summary>Whether every element is a finite number; true for whole numbers.</summary>
    public static bool IsFinite(SafeTensorType type, ReadOnlySpan<byte> content) => type switch
    {
        SafeTensorType.F16 => NoneHas<ushort>(MemoryMarshal.Cast<byte, ushort>(content), 0x7C00),
        SafeTensorType.BF16 => NoneHas<ushort>(MemoryMarshal.Cast<byte, ushort>(content), 0x7F80),
        SafeTensorType.F32 or SafeTensorType.C64 => NoneHas<uint>(MemoryMarshal.Cast<byte, uint>(content), 0x7F80_0000),
        SafeTensorType.F64 => NoneHas<ulong>(MemoryMarshal.Cast<byte, ulong>(content), 0x7FF0_0000_0000_0000),
        _ => true,
    };

    private static bool NoneHas<T>(ReadOnlySpan<T> values, T mask)
        where T : IBinaryInteger<T>
    {
        foreach (var value in values)
        {
            if ((value & mask) == mask)
            {
                return false;
            }
        }

        return true;
    }
}
