using System.Globalization;
using System.Text;

namespace Gan.Net.Reporting;

/// <summary>
/// HTML while it is written. Whatever is put into it through a hole of an interpolated string is escaped, numbers are invariant; only
/// the string's own text, and what <see cref="Raw"/> takes, stays as it is.
/// </summary>
internal sealed class Markup
{
    private readonly StringBuilder _text = new();

    /// <summary>Appends a template with its holes filled and escaped.</summary>
    public Markup Add(FormattableString template)
    {
        _text.Append(template.ToString(Escaping.Instance));
        return this;
    }

    /// <summary>Appends HTML that is safe already.</summary>
    public Markup Raw(string html)
    {
        _text.Append(html);
        return this;
    }

    public override string ToString() => _text.ToString();

    private sealed class Escaping : IFormatProvider, ICustomFormatter
    {
        public static Escaping Instance { get; } = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
            Escape(arg is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : arg?.ToString() ?? "");

        // Safe in text and in quoted attributes. The framework's encoder would also turn ± and the like into numbers.
        private static string Escape(string text) => text
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal);
    }
}
