using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Operator PromoteTypes = new("promote_types");
    private static readonly Operator ResultType = new("result_type", "Tensor");
    private static readonly Operator CanCast = new("can_cast");

    /// <summary>The smallest type that holds what either type holds.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)PromoteTypes.CallInteger(type1, type2);

    /// <summary>The type of what an arithmetic operator makes of two tensors.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => (ScalarType)ResultType.CallInteger(tensor1, tensor2);

    public static bool can_cast(ScalarType from, ScalarType to) => CanCast.CallBoolean(from, to);

    /// <summary>The largest number of an integer type.</summary>
    /// <exception cref="ArgumentException">The type is not an integer one.</exception>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"{type} is not an integral type."),
    };
}
