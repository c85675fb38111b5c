using System.Globalization;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>Which points lie in a ball: k neighbours make its radius, the limit decides about its border.</summary>
internal readonly record struct RadiusRule(int Neighbours, RadiusLimit Limit)
{
    public string Settings => string.Create(CultureInfo.InvariantCulture, $"k{Neighbours}{(Limit == RadiusLimit.Inclusive ? "le" : "lt")}");

    public Tensor Within(Tensor distances, Tensor radii) => Limit == RadiusLimit.Inclusive ? distances.le(radii) : distances.lt(radii);

    public void Check(string owner) => new OptionProblems(owner)
        .AtLeast(Neighbours, 1)
        .Require(Enum.IsDefined(Limit), "must be a known choice", Limit)
        .ThrowIfAny();
}
