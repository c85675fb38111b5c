using Gan.Net.Training;

namespace Gan.Net.Regularizers;

/// <summary>
/// Something added to a player's loss besides the game itself. Implement <see cref="IDiscriminatorRegularizer"/> or
/// <see cref="IGeneratorRegularizer"/>, or both. Implementations are immutable, hold no tensors and are thread-safe; what must be
/// remembered between steps goes to the pass's <see cref="ComponentState"/>.
/// </summary>
public interface IRegularizer
{
    /// <summary>
    /// Steps between two applications, at least 1. When more than 1, the term is multiplied by it, so that its average stays the
    /// same (StyleGAN2's lazy regularization, without its correction of Adam: <see cref="AdamSettings.LazyInterval"/>). Default 1.
    /// </summary>
    int Every => 1;

    /// <summary>
    /// Adds what is wrong with the settings to <paramref name="problems"/>; the trainer asks when it is made. Default nothing.
    /// </summary>
    void Validate(OptionProblems problems)
    {
    }

    /// <summary>
    /// Throws <see cref="ArgumentException"/> when the term needs of the models what they do not have; the trainer asks when it is made, before
    /// anybody has taken a step. Default nothing.
    /// </summary>
    void CheckModels(IGenerator generator, IDiscriminator discriminator)
    {
    }
}
