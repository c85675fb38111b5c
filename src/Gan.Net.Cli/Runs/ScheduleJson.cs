using System.Text.Json;
using System.Text.Json.Serialization;
using Gan.Net.Schedules;

namespace Gan.Net.Cli.Runs;

/// <summary>A schedule as JSON: a number when it never changes, otherwise an object whose <c>shape</c> names it.</summary>
internal sealed class ScheduleJson : JsonConverter<Schedule>
{
    public override Schedule Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.GetDouble();
        }

        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("A schedule is a number, or an object with a known shape and that shape's numbers.", error);
        }
    }

    public override void Write(Utf8JsonWriter writer, Schedule value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case ConstantSchedule constant:
                writer.WriteNumberValue(constant.Value);
                break;
            case LinearSchedule linear:
                WriteMove(writer, "linear", linear.From, linear.To, linear.Over);
                break;
            case CosineSchedule cosine:
                WriteMove(writer, "cosine", cosine.From, cosine.To, cosine.Over);
                break;
            case WarmUpSchedule warmUp:
                Open(writer, "warmUp");
                writer.WriteNumber("from", warmUp.From);
                writer.WriteNumber("over", warmUp.Over);
                WriteInner(writer, "target", warmUp.Target, options);
                writer.WriteEndObject();
                break;
            case SequenceSchedule sequence:
                Open(writer, "sequence");
                WriteInner(writer, "first", sequence.First, options);
                writer.WriteNumber("samples", sequence.Samples);
                WriteInner(writer, "next", sequence.Next, options);
                writer.WriteEndObject();
                break;
            default:
                throw new JsonException($"The tool cannot write a {value.GetType().Name} down.");
        }
    }

    private static Schedule Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Number)
        {
            return element.GetDouble();
        }

        double Number(string name) => element.GetProperty(name).GetDouble();
        long Count(string name) => element.GetProperty(name).GetInt64();
        return element.GetProperty("shape").GetString() switch
        {
            "linear" => new LinearSchedule { From = Number("from"), To = Number("to"), Over = Count("over") },
            "cosine" => new CosineSchedule { From = Number("from"), To = Number("to"), Over = Count("over") },
            "warmUp" => new WarmUpSchedule { Target = Read(element.GetProperty("target")), From = Number("from"), Over = Count("over") },
            "sequence" => new SequenceSchedule { First = Read(element.GetProperty("first")), Samples = Count("samples"), Next = Read(element.GetProperty("next")) },
            var shape => throw new JsonException($"No schedule has the shape '{shape}'."),
        };
    }

    private static void Open(Utf8JsonWriter writer, string shape)
    {
        writer.WriteStartObject();
        writer.WriteString("shape", shape);
    }

    private static void WriteMove(Utf8JsonWriter writer, string shape, double from, double to, long over)
    {
        Open(writer, shape);
        writer.WriteNumber("from", from);
        writer.WriteNumber("to", to);
        writer.WriteNumber("over", over);
        writer.WriteEndObject();
    }

    private void WriteInner(Utf8JsonWriter writer, string name, Schedule schedule, JsonSerializerOptions options)
    {
        writer.WritePropertyName(name);
        Write(writer, schedule, options);
    }
}
