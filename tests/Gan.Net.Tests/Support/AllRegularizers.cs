using Gan.Net.Regularizers;

namespace Gan.Net.Tests.Support;

/// <summary>Every regularizer of the library, found by itself, acting on the players it can act on.</summary>
internal static class AllRegularizers
{
    public static IEnumerable<IRegularizer> Both => typeof(IRegularizer).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(IRegularizer)) && !type.IsAbstract)
        .Select(type => Awake((IRegularizer)Activator.CreateInstance(type)!));

    // A weight that leaves a player out by default is set, so that there is something to look at.
    private static IRegularizer Awake(IRegularizer regularizer)
    {
        foreach (var weight in regularizer.GetType().GetProperties().Where(property => property.Name.EndsWith("Weight", StringComparison.Ordinal)))
        {
            if (weight.GetValue(regularizer) is 0.0)
            {
                weight.SetValue(regularizer, 1e-4);
            }
        }

        return regularizer;
    }
}
