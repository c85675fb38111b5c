using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>
/// What a model is told beside latents or samples: nothing, a class, or a tensor of a shape (an image, a vector). Immutable, holds no tensor, equal by
/// value.
/// </summary>
public sealed class ConditionSpace : IEquatable<ConditionSpace>
{
    private ConditionSpace(int classes, IReadOnlyList<long>? shape) => (ClassCount, Shape) = (classes, shape);

    /// <summary>Nothing: the model is unconditional.</summary>
    public static ConditionSpace None { get; } = new(0, null);

    /// <summary>The number of classes; 0 when the condition is no class.</summary>
    public int ClassCount { get; }

    /// <summary>The shape of one sample's condition, -1 for a size that may be any; null when the condition is no tensor of a shape.</summary>
    public IReadOnlyList<long>? Shape { get; }

    /// <summary>Whether the model takes no condition.</summary>
    public bool IsNone => ClassCount == 0 && Shape is null;

    /// <summary>Class labels <c>[N]</c> (int64), each from 0 to <paramref name="count"/> - 1.</summary>
    /// <param name="count">The number of classes. 0 gives <see cref="None"/>.</param>
    public static ConditionSpace Classes(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? None : new(count, null);
    }

    /// <summary>A tensor <c>[N, ...shape]</c>, such as the image that is to be translated.</summary>
    /// <param name="shape">The shape of one sample's condition, for example 3, 256, 256. -1 stands for any size.</param>
    public static ConditionSpace OfShape(params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return Array.TrueForAll(shape, size => size is -1 or > 0)
            ? new(0, [.. shape])
            : throw new ArgumentOutOfRangeException(nameof(shape), $"The shape is [{string.Join(", ", shape)}]; each size is positive, or -1 for any.");
    }

    /// <summary>Checks a condition before a model uses it.</summary>
    /// <param name="condition">What the model was given.</param>
    /// <param name="count">The number of samples, N.</param>
    /// <param name="model">The model's name, for the message.</param>
    /// <returns>The condition; null for <see cref="None"/>. Whether labels are in range only the trainer looks, because that waits for the device.</returns>
    /// <exception cref="ArgumentException">A condition is missing, was given to an unconditional model, or has another shape.</exception>
    public Tensor? Check(Tensor? condition, long count, string model)
    {
        if (IsNone)
        {
            Conditions.Refuse(condition, model);
            return null;
        }

        return Shape is null ? Conditions.Labels(condition, count, model) : Conditions.OfShape(condition, count, Shape, model);
    }

    /// <inheritdoc/>
    public bool Equals(ConditionSpace? other) =>
        other is not null && ClassCount == other.ClassCount && (Shape is null ? other.Shape is null : other.Shape is not null && Shape.SequenceEqual(other.Shape));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConditionSpace);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ClassCount, Shape?.Count, Shape is { Count: > 0 } ? Shape[0] : 0);

    /// <summary>For messages: "nothing", "labels of 10 classes", "a tensor [3, 256, 256]".</summary>
    public override string ToString() => IsNone ? "nothing" : Shape is null ? $"labels of {ClassCount} classes" : $"a tensor [{string.Join(", ", Shape)}]";
}
