namespace Gan.Net.Regularizers;

/// <summary>
/// Something added to a player's loss besides the game itself. Implement <see cref="IDiscriminatorRegularizer"/> or
/// <see cref="IGeneratorRegularizer"/>, or both. Implementations are immutable and thread-safe.
/// </summary>
public interface IRegularizer
{
    /// <summary>
    /// Steps between two applications, at least 1. When more than 1, the term is multiplied by it, so that its average stays the
    /// same (StyleGAN2's lazy regularization). Default 1.
    /// </summary>
    int Every => 1;
}
