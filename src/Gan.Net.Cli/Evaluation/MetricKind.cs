namespace Gan.Net.Cli.Evaluation;

/// <summary>What <c>--metrics</c> names.</summary>
internal enum MetricKind
{
    Fid,
    Kid,
    Is,
    Pr,
    Dc,
    Swd,
    Memorisation,
    Ppl,
    Modes,
    Labels,
}
