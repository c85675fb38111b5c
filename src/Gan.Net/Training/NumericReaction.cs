namespace Gan.Net.Training;

/// <summary>The kinds of <see cref="NumericPolicy"/>.</summary>
internal enum NumericReaction
{
    None,
    Throw,
    Skip,
    Rewind,
}
