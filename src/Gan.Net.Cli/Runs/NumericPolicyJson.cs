using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gan.Net.Training;

namespace Gan.Net.Cli.Runs;

/// <summary>A numeric policy as the text it shows, such as "Throw" or "SkipStep(10)".</summary>
internal sealed class NumericPolicyJson : JsonConverter<NumericPolicy>
{
    private const string Skip = nameof(NumericPolicy.SkipStep) + "(";

    public override NumericPolicy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString() switch
    {
        nameof(NumericPolicy.Throw) => NumericPolicy.Throw,
        nameof(NumericPolicy.Unchecked) => NumericPolicy.Unchecked,
        { } text when text.StartsWith(Skip, StringComparison.Ordinal) && int.TryParse(text[Skip.Length..].TrimEnd(')'), CultureInfo.InvariantCulture, out var most) =>
            NumericPolicy.SkipStep(most),
        { } text when Rewound(text) is [var skip, var every, var most] => NumericPolicy.Rewind(skip, every, (int)most),
        var text => throw new JsonException($"No numeric policy is called '{text}'."),
    };

    // The three numbers of "Rewind(200, 100, 3)"; none for another text.
    private static long[] Rewound(string text)
    {
        const string Start = nameof(NumericPolicy.Rewind) + "(";
        if (!text.StartsWith(Start, StringComparison.Ordinal) || !text.EndsWith(')'))
        {
            return [];
        }

        var numbers = text[Start.Length..^1].Split(", ").Select(part => long.TryParse(part, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        return numbers.All(number => number is > 0 and <= int.MaxValue) ? numbers : [];
    }

    public override void Write(Utf8JsonWriter writer, NumericPolicy value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
