namespace Gan.Net.Conditional;

/// <summary>Checks on the discriminators that heads are put on.</summary>
internal static class Backbones
{
    public static IDiscriminator WithFeatures(IDiscriminator inner, string head)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (!inner.Condition.IsNone)
        {
            throw new ArgumentException(
                $"{head} tells its backbone no condition; {inner.GetType().Name} takes {inner.Condition}. Make it without a condition.", nameof(inner));
        }

        return inner.FeatureCount > 0
            ? inner
            : throw new ArgumentException(
                $"{head} stands on its backbone's features; {inner.GetType().Name} shows none. Implement {nameof(IDiscriminator.FeatureCount)} and {nameof(DiscriminatorOutput.Features)}.", nameof(inner));
    }
}
