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
}
