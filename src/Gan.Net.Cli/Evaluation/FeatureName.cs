using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Training;

namespace Gan.Net.Cli.Evaluation;

/// <summary>What samples are looked at with, as <c>--features</c> names it.</summary>
internal sealed record FeatureName
{
    public const string Syntax = "identity|digits|inception:FILE";

    public required FeatureKind Kind { get; init; }

    /// <summary>The weights of Inception; empty otherwise.</summary>
    public string Path { get; init; } = "";

    /// <exception cref="UserException">The text names no features.</exception>
    public static FeatureName Parse(string text)
    {
        var parts = text.Split(':', 2);
        return (parts[0], parts.Length) switch
        {
            ("identity", 1) => new FeatureName { Kind = FeatureKind.Identity },
            ("digits", 1) => new FeatureName { Kind = FeatureKind.Digits },
            ("inception", 2) when parts[1].Length > 0 => new FeatureName { Kind = FeatureKind.Inception, Path = parts[1] },
            _ => throw new UserException($"--features takes {Syntax}; '{text}' was given."),
        };
    }

    /// <summary>What is taken when nothing is named: points as they are, the MNIST family through the digit classifier.</summary>
    /// <exception cref="UserException">There is no usual choice for such data.</exception>
    public static FeatureName UsualFor(DataName data) => data.Kind switch
    {
        DataKind.Ring or DataKind.Grid => new FeatureName { Kind = FeatureKind.Identity },
        DataKind.Digits or DataKind.Mnist => new FeatureName { Kind = FeatureKind.Digits },
        _ => throw new UserException("Say with --features what such pictures are to be looked at with: inception:FILE, or identity for the pixels themselves."),
    };
}
