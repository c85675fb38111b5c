using Gan.Net.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The arithmetic of the update rules: changes the first tensor, takes plain numbers, leaves nothing to collect.</summary>
internal static class InPlace
{
    private static readonly Operator Zero = new("zero_");
    private static readonly Operator AddNumber = new("add_", "Scalar");
    private static readonly Operator AddTensor = new("add_", "Tensor");
    private static readonly Operator MultiplyNumber = new("mul_", "Scalar");
    private static readonly Operator DivideNumber = new("div_", "Scalar");
    private static readonly Operator Addcmul = new("addcmul_");
    private static readonly Operator Addcdiv = new("addcdiv_");
    private static readonly Operator MaximumOut = new("maximum", "out");
    private static readonly Operator Sqrt = new("sqrt");
    private static readonly Operator Negate = new("neg");
    private static readonly Operator MultipliedAdd = new("add", "Tensor");
    private static readonly Operator Allclose = new("allclose");
    private static readonly Operator Zeros = new("zeros_like");
    private static readonly Operator Clone = new("clone");

    public static void Clear(Tensor tensor) => Zero.Run(tensor);

    public static void Add(Tensor tensor, double number) => AddNumber.Run(tensor, number);

    /// <summary><c>tensor += factor * other</c>.</summary>
    public static void Add(Tensor tensor, Tensor other, double factor) => AddTensor.Run(tensor, other, factor);

    public static void Scale(Tensor tensor, double factor) => MultiplyNumber.Run(tensor, factor);

    public static void Divide(Tensor tensor, double divisor) => DivideNumber.Run(tensor, divisor);

    /// <summary><c>tensor += factor * one * other</c>.</summary>
    public static void AddProduct(Tensor tensor, Tensor one, Tensor other, double factor) => Addcmul.Run(tensor, one, other, factor);

    /// <summary><c>tensor += factor * dividend / divisor</c>.</summary>
    public static void AddQuotient(Tensor tensor, Tensor dividend, Tensor divisor, double factor) =>
        Addcdiv.Run(tensor, dividend, divisor, factor);

    /// <summary><c>tensor = max(tensor, other)</c>.</summary>
    public static void Raise(Tensor tensor, Tensor other) => MaximumOut.Run(tensor, other, tensor);

    /// <summary>A new tensor, the square root.</summary>
    public static Tensor Root(Tensor tensor) => Sqrt.Call(tensor);

    /// <summary>A new tensor, the negative.</summary>
    public static Tensor Negative(Tensor tensor) => Negate.Call(tensor);

    /// <summary>A new tensor, <c>tensor + factor * other</c>.</summary>
    public static Tensor Sum(Tensor tensor, Tensor other, double factor) => MultipliedAdd.Call(tensor, other, factor);

    public static Tensor Copy(Tensor tensor) => Clone.Call(tensor);

    public static Tensor ZerosLike(Tensor tensor) => Zeros.Call(tensor);

    public static bool Alike(Tensor one, Tensor other) => Allclose.CallBoolean(one, other);
}
