namespace Gan.Net.Cli.CommandLine;

/// <summary>Something the user can put right. The message is one sentence, made to be read by them.</summary>
internal sealed class UserException(string message) : Exception(message);
