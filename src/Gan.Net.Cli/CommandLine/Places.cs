namespace Gan.Net.Cli.CommandLine;

/// <summary>Looks at what a path names before it is opened, and says what it is for and what it is instead.</summary>
internal static class Places
{
    /// <exception cref="UserException">The path is empty, names a folder, or nothing.</exception>
    public static void RequireFile(string path, string option, string what, string insteadOfFolder = "")
    {
        RequireText(path, option, what);
        if (Directory.Exists(path))
        {
            throw new UserException($"{option} takes {what}; '{path}' is a folder.{insteadOfFolder}");
        }

        if (!File.Exists(path))
        {
            throw new UserException($"There is no file '{path}'; {option} takes {what}.");
        }
    }

    /// <exception cref="UserException">The path is empty, or names a file.</exception>
    public static void RequireNoFile(string path, string option, string what, string insteadOfFile = "")
    {
        RequireText(path, option, what);
        if (File.Exists(path))
        {
            throw new UserException($"{option} takes {what}; '{path}' is a file.{insteadOfFile}");
        }
    }

    /// <exception cref="UserException">The text is empty.</exception>
    public static void RequireText(string text, string option, string what)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UserException($"{option} takes {what}; an empty text was given.");
        }
    }

    /// <summary>Writes, and names the option whose file cannot be written.</summary>
    /// <exception cref="UserException">The file cannot be written.</exception>
    public static void Writing(string path, string option, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{option} '{path}' cannot be written: {Sentence.FirstLine(error.Message).TrimEnd('.')}. Name another place.");
        }
    }
}
