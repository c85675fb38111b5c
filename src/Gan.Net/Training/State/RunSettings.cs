using System.Collections;
using System.Globalization;

namespace Gan.Net.Training;

/// <summary>
/// Settings as texts by name, for the record: a checkpoint stores them, and a run that goes on under others is refused with the list
/// of differences. Not thread-safe.
/// </summary>
public sealed class RunSettings
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The texts by name, in the order of the names.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>
    /// Notes one setting as the text it has under every culture; a sequence as its items in brackets. Records show all they hold but
    /// for sequences inside them, which they must print themselves.
    /// </summary>
    /// <param name="name">Its name, once.</param>
    /// <param name="value">A number, a text, a record, or a sequence of them; null stands as "none".</param>
    /// <returns>These settings.</returns>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public RunSettings Add(string name, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;  // a record's own text follows the culture
        try
        {
            _values.Add(name, Text(value));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        return this;
    }

    /// <summary>Notes all of another list, each name behind a prefix.</summary>
    internal RunSettings AddAll(string prefix, RunSettings? others)
    {
        foreach (var (name, value) in others?._values ?? [])
        {
            _values.Add(prefix + name, value);
        }

        return this;
    }

    private static string Text(object? value) => value switch
    {
        null => "none",
        string text => text,
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
        _ => value.ToString() ?? "",
    };
}
