using System.Text.Json;
using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Runs;

/// <summary>A device as its name, such as "cpu" or "cuda:0".</summary>
internal sealed class DeviceJson : JsonConverter<Device>
{
    public override Device Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => device(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Device value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
