namespace Gan.Net.Cli.CommandLine;

/// <summary>What the tool tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>An error nobody foresaw.</summary>
    public const int Failed = 1;

    /// <summary>Something the user can put right: an option, a file, the machine's set-up.</summary>
    public const int Refused = 2;
}
