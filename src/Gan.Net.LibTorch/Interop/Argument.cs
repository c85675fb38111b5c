using TorchSharp;

namespace Gan.Net.LibTorch.Interop;

/// <summary>
/// One argument of an operator call. It keeps the managed object it came from, so that a tensor cannot be collected while
/// the call that reads its handle is under way.
/// </summary>
internal readonly struct Argument
{
    public readonly object? Owner;
    public readonly long Bits;
    public readonly ValueTag Tag;

    private Argument(ValueTag tag, long bits, object? owner = null)
    {
        Tag = tag;
        Bits = bits;
        Owner = owner;
    }

    /// <summary>Stands for the default the operator's schema gives.</summary>
    public static Argument Default => new(ValueTag.Default, 0);

    public static Argument None => default;

    public static implicit operator Argument(torch.Tensor? tensor) =>
        tensor is null ? default : new(ValueTag.Tensor, tensor.Handle, tensor);

    public static implicit operator Argument(long value) => new(ValueTag.Integer, value);

    public static implicit operator Argument(long? value) => value is long known ? new(ValueTag.Integer, known) : default;

    public static implicit operator Argument(double value) => new(ValueTag.Real, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(double? value) => value is double known ? known : default(Argument);

    public static implicit operator Argument(bool value) => new(ValueTag.Boolean, value ? 1 : 0);

    public static implicit operator Argument(bool? value) => value is bool known ? known : default(Argument);

    // libtorch looks the number up in a table and does not check that it is not negative.
    public static implicit operator Argument(torch.ScalarType type) => type >= 0
        ? new(ValueTag.Integer, (long)type)
        : throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such element type.");

    public static implicit operator Argument(torch.ScalarType? type) => type is torch.ScalarType known ? known : default(Argument);

    public static implicit operator Argument(long[]? values) => values is null ? default : new(ValueTag.IntegerList, 0, values);

    public static implicit operator Argument(double[]? values) => values is null ? default : new(ValueTag.RealList, 0, values);

    public static implicit operator Argument(torch.Tensor[] tensors) => new(ValueTag.TensorList, 0, tensors);

    public static implicit operator Argument(string? text) => text is null ? default : new(ValueTag.Text, 0, text);

    public static implicit operator Argument(torch.Generator? generator) =>
        generator is null ? default : new(ValueTag.Generator, generator.Handle, generator);

    public static implicit operator Argument(torch.Device? device) =>
        device is null ? default : new(ValueTag.Device, ((long)device.type << 32) | (uint)device.index);

    public static implicit operator Argument(Scalar? scalar) => scalar is null ? default : new(scalar.Tag, scalar.Bits);

    /// <summary>A list in which null stands for "no tensor", as the index operators take it.</summary>
    public static Argument OptionalTensors(torch.Tensor?[] tensors) => new(ValueTag.OptionalTensorList, 0, tensors);
}
