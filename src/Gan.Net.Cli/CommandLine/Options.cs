using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Gan.Net.Cli.CommandLine;

/// <summary>Makes options whose errors are one sentence each.</summary>
internal static class Options
{
    public static Option<string> Text(string name, string valueName, string description) =>
        new(name) { Description = description, HelpName = valueName, Required = true };

    public static Option<string?> Choice(string name, string description, params string[] choices) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', choices),
        CustomParser = result => choices.Contains(Token(result))
            ? Token(result)
            : Refuse<string>(result, $"{name} takes {string.Join(" or ", choices)}; '{Token(result)}' was given."),
    };

    public static Option<long?> WholeNumber(string name, string description, long minimum, long maximum = int.MaxValue) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => long.TryParse(Token(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : Refuse<long?>(result, $"{name} takes a whole number from {minimum} to {maximum}; '{Token(result)}' was given."),
    };

    public static Option<double?> Positive(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "X",
        CustomParser = result => double.TryParse(Token(result), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number)
            ? number
            : Refuse<double?>(result, $"{name} takes a positive number; '{Token(result)}' was given."),
    };

    private static string Token(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static T? Refuse<T>(ArgumentResult result, string sentence)
    {
        result.AddError(sentence);
        return default;
    }
}
