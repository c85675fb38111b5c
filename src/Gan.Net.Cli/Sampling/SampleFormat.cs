namespace Gan.Net.Cli.Sampling;

/// <summary>The kinds of files samples are written to.</summary>
internal enum SampleFormat
{
    Png,
    Idx,
    Csv,
}
