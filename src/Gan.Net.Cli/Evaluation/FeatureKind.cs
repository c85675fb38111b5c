namespace Gan.Net.Cli.Evaluation;

/// <summary>What <c>--features</c> names.</summary>
internal enum FeatureKind
{
    Identity,
    Digits,
    Inception,
}
