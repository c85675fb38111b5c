namespace Gan.Net.IO;

/// <summary>
/// The names a checkpoint's files may have: letters, digits, dots, hyphens and underscores, beginning with a letter or digit. So no name
/// in a manifest can lead out of its folder.
/// </summary>
internal static class FileNames
{
    private const int Longest = 160;

    public static bool IsPlain(string name) => name.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(name[0]) && name.All(IsPlain);

    /// <summary>The text with underscores in place of what no name may hold.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => IsPlain(c) ? c : '_'));

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
}
