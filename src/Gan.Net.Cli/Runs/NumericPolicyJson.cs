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
        var text => throw new JsonException($"No numeric policy is called '{text}'."),
    };

    public override void Write(Utf8JsonWriter writer, NumericPolicy value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
