namespace Gan.Net.Checkpoints;

/// <summary>What the format says about its element types: their names in the header and their sizes.</summary>
internal static class SafeTensorTypes
{
    // By SafeTensorType.
    private static readonly (string Name, int Bits)[] Facts =
    [
        ("BOOL", 8), ("F4", 4), ("F6_E2M3", 6), ("F6_E3M2", 6), ("U8", 8), ("I8", 8), ("F8_E5M2", 8), ("F8_E4M3", 8), ("F8_E8M0", 8),
        ("F8_E4M3FNUZ", 8), ("F8_E5M2FNUZ", 8), ("I16", 16), ("U16", 16), ("F16", 16), ("BF16", 16), ("I32", 32), ("U32", 32), ("F32", 32),
        ("C64", 64), ("F64", 64), ("I64", 64), ("U64", 64),
    ];

    public static string Name(SafeTensorType type) => Facts[(int)type].Name;

    public static SafeTensorType? Find(string name)
    {
        var index = Array.FindIndex(Facts, fact => fact.Name == name);
        return index < 0 ? null : (SafeTensorType)index;
    }

    /// <summary>The bytes that elements of this type and shape take; null if the number overflows or is not whole.</summary>
    public static long? ByteLength(SafeTensorType type, IReadOnlyList<long> shape)
    {
        ulong bits = 1;
        try
        {
            foreach (var size in shape)
            {
                bits = checked(bits * (ulong)size);
            }

            bits = checked(bits * (ulong)Facts[(int)type].Bits);
        }
        catch (OverflowException)
        {
            return null;
        }

        return bits % 8 == 0 ? (long)(bits / 8) : null;
    }
}
