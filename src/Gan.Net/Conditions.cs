using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>Checks on the condition a model is given.</summary>
public static class Conditions
{
    /// <summary>Refuses a condition, for models that take none.</summary>
    /// <param name="condition">What was given.</param>
    /// <param name="model">The model's name, for the message.</param>
    /// <exception cref="ArgumentException">A condition was given.</exception>
    public static void Refuse(Tensor? condition, string model)
    {
        if (condition is not null)
        {
            throw new ArgumentException($"{model} is unconditional and takes no condition; one of shape [{string.Join(", ", condition.shape)}] was given. Leave it out.", nameof(condition));
        }
    }

    /// <summary>The labels in a condition, for models that need one of so many.</summary>
    /// <param name="condition">What was given.</param>
    /// <param name="count">Labels expected, one for each sample.</param>
    /// <param name="model">The model's name, for the message.</param>
    /// <returns>The condition itself: labels <c>[N]</c> (int64). Whether they are in range only the trainer looks, once.</returns>
    /// <exception cref="ArgumentException">None were given, or not one for each sample.</exception>
    public static Tensor Labels(Tensor? condition, long count, string model)
    {
        if (condition is null)
        {
            throw new ArgumentException($"{model} is conditional and needs class labels [{count}]; none were given. Pass one for each sample.", nameof(condition));
        }

        return condition.ndim == 1 && condition.shape[0] == count && condition.dtype == ScalarType.Int64
            ? condition
            : throw new ArgumentException(
                $"{model} needs class labels [{count}] (int64), one for each sample; {condition.dtype} [{string.Join(", ", condition.shape)}] was given.", nameof(condition));
    }

    /// <summary>The tensor in a condition, for models that need one of a shape.</summary>
    /// <param name="condition">What was given.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="shape">The shape of one sample's condition; -1 stands for any size.</param>
    /// <param name="model">The model's name, for the message.</param>
    /// <returns>The condition itself.</returns>
    /// <exception cref="ArgumentException">None was given, or one of another shape.</exception>
    public static Tensor OfShape(Tensor? condition, long count, IReadOnlyList<long> shape, string model)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var expected = string.Join(", ", shape.Prepend(count).Select(size => size < 0 ? "any" : size.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (condition is null)
        {
            throw new ArgumentException($"{model} is conditional and needs a condition [{expected}]; none was given.", nameof(condition));
        }

        var given = condition.shape;
        return given.Length == shape.Count + 1 && given[0] == count && shape.Select((size, i) => size < 0 || size == given[i + 1]).All(fits => fits)
            ? condition
            : throw new ArgumentException($"{model} needs a condition [{expected}]; [{string.Join(", ", given)}] was given.", nameof(condition));
    }
}
