namespace Gan.Net.Conditional;

/// <summary>Checks on the discriminators that heads are put on.</summary>
internal static class Backbones
{
    public static IFeatureDiscriminator WithoutClasses(IFeatureDiscriminator inner, string head)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner.Classes == 0
            ? inner
            : throw new ArgumentException(
                $"{head} tells its backbone no labels; {inner.GetType().Name} takes those of {inner.Classes} classes. Make it without classes.", nameof(inner));
    }
}
