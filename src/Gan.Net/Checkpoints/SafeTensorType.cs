namespace Gan.Net.Checkpoints;

/// <summary>The element types of a safetensors file, in the format's order of rank: a writer puts higher ranks first.</summary>
public enum SafeTensorType
{
    /// <summary>A truth value in one byte.</summary>
    Bool,

    /// <summary>A 4-bit float, two in a byte.</summary>
    F4,

    /// <summary>A 6-bit float with 2 bits of exponent.</summary>
    F6E2M3,

    /// <summary>A 6-bit float with 3 bits of exponent.</summary>
    F6E3M2,

    /// <summary>An unsigned byte.</summary>
    U8,

    /// <summary>A signed byte.</summary>
    I8,

    /// <summary>An 8-bit float with 5 bits of exponent.</summary>
    F8E5M2,

    /// <summary>An 8-bit float with 4 bits of exponent.</summary>
    F8E4M3,

    /// <summary>An 8-bit power of two.</summary>
    F8E8M0,

    /// <summary>An 8-bit float with 4 bits of exponent, finite, without negative zero.</summary>
    F8E4M3Fnuz,

    /// <summary>An 8-bit float with 5 bits of exponent, finite, without negative zero.</summary>
    F8E5M2Fnuz,

    /// <summary>A signed 16-bit integer.</summary>
    I16,

    /// <summary>An unsigned 16-bit integer.</summary>
    U16,

    /// <summary>An IEEE half.</summary>
    F16,

    /// <summary>A bfloat16.</summary>
    BF16,

    /// <summary>A signed 32-bit integer.</summary>
    I32,

    /// <summary>An unsigned 32-bit integer.</summary>
    U32,

    /// <summary>An IEEE single.</summary>
    F32,

    /// <summary>A complex number of two singles.</summary>
    C64,

    /// <summary>An IEEE double.</summary>
    F64,

    /// <summary>A signed 64-bit integer.</summary>
    I64,

    /// <summary>An unsigned 64-bit integer.</summary>
    U64,
}
