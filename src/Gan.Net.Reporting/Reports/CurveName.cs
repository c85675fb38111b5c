namespace Gan.Net.Reporting;

/// <summary>A number of the statistics: which plot it belongs to, what its curve is called there, and how the plot looks.</summary>
internal sealed record CurveName(string Name, string Plot, string Curve, int Rank, PlotScale Scale = PlotScale.Linear, double? Level = null)
{
    private const int LastRank = 9;

    /// <summary>Whether it is of generated samples or their maker, drawn in pink as these are.</summary>
    public bool IsGenerated => Curve is "fake" or "generated" or "generator";

    /// <summary>Sorts a name such as <c>generator.loss</c> in.</summary>
    public static CurveName Of(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var (first, rest) = dot > 0 && dot < name.Length - 1 ? (name[..dot], name[(dot + 1)..]) : (name, name);
        return (first, rest) switch
        {
            (_, "loss") => new CurveName(name, "Loss", first, 0),
            ("probability", _) => new CurveName(name, "Mean probability of being real", rest, 1, Level: 0.5),
            ("score", _) => new CurveName(name, "Mean logit", rest, 1),
            ("accuracy", _) => new CurveName(name, "Discriminator's accuracy", rest, 2, Level: 0.5),
            (_, "gradient") => new CurveName(name, "Gradient norm", first, 3, PlotScale.Logarithmic),
            (_, "update") => new CurveName(name, "Update-to-weight ratio", first, 4, PlotScale.Logarithmic),
            ("samples", _) => new CurveName(name, "Samples against the data", rest, 5),
            _ => new CurveName(name, first, rest, LastRank),
        };
    }
}
