using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Runs;

/// <summary>A device as its name, such as "cpu" or "cuda:0".</summary>
internal sealed class DeviceJson : JsonConverter<Device>
{
    // Whether this machine has it is asked where it is used: a run of another machine can be read, and sampled on the CPU.
    public override Device Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString()!;
        return text.Split(':') is ["cpu" or "cuda"] or ["cuda", { Length: <= 3 }] && (text.Length <= 4 || int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? new Device(text)
            : throw new JsonException("A device is not known; it must be cpu, cuda, or cuda:0 and so on.");
    }

    public override void Write(Utf8JsonWriter writer, Device value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
