using static TorchSharp.torch;

namespace Gan.Net.Checkpoints;

/// <summary>The element types that the engine and the file format share.</summary>
internal static class TensorTypes
{
    private static readonly (ScalarType Engine, SafeTensorType File)[] Pairs =
    [
        (ScalarType.Bool, SafeTensorType.Bool), (ScalarType.Byte, SafeTensorType.U8), (ScalarType.Int8, SafeTensorType.I8),
        (ScalarType.Int16, SafeTensorType.I16), (ScalarType.Int32, SafeTensorType.I32), (ScalarType.Int64, SafeTensorType.I64),
        (ScalarType.Float16, SafeTensorType.F16), (ScalarType.BFloat16, SafeTensorType.BF16), (ScalarType.Float32, SafeTensorType.F32),
        (ScalarType.Float64, SafeTensorType.F64), (ScalarType.ComplexFloat32, SafeTensorType.C64),
    ];

    /// <summary>The file's type, or null if it has none.</summary>
    public static SafeTensorType? ToFile(ScalarType type) => Pairs.Where(pair => pair.Engine == type).Select(pair => (SafeTensorType?)pair.File).FirstOrDefault();

    /// <summary>Whether the engine has such a type.</summary>
    public static bool EngineHas(SafeTensorType type) => Pairs.Any(pair => pair.File == type);

    /// <summary>The engine's type.</summary>
    /// <exception cref="InvalidOperationException">The engine has none.</exception>
    public static ScalarType FromFile(SafeTensorType type) => Pairs.Single(pair => pair.File == type).Engine;
}
