namespace Gan.Net.Cli.Sampling;

/// <summary>The kinds of files samples are written to.</summary>
internal enum SampleFormat
{
    Picture,
    Idx,
    Csv,
}
