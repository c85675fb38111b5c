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
}
