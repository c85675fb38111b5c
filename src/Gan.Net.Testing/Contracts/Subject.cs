namespace Gan.Net.Testing;

/// <summary>What messages call the one who made a promise.</summary>
internal static class Subject
{
    public static string Name(object subject) => subject switch
    {
        GeneratorSubject generator => generator.Name,
        DiscriminatorSubject discriminator => discriminator.Name,
        LayerSubject layer => layer.Name,
        _ => subject.GetType().Name,
    };

    public static string Show(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}
