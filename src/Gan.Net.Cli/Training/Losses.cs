using Gan.Net.Losses;

namespace Gan.Net.Cli.Training;

/// <summary>The objectives by their names on the command line.</summary>
internal static class Losses
{
    public const string Saturating = "saturating";
    public const string NonSaturating = "non-saturating";

    public static IAdversarialLoss Create(string name) => name == Saturating ? new MinimaxLoss() : new NonSaturatingLoss();
}
