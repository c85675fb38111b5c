using System.Text.Json;
using System.Text.Json.Serialization;
using Gan.Net.Training;

namespace Gan.Net.Cli.Runs;

/// <summary>Who trains together is no setting of a run: it is how it was started. The file says by how many it was; reading gives one process.</summary>
internal sealed class CollectiveJson : JsonConverter<ICollective>
{
    public override ICollective Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return new SingleProcess();
    }

    public override void Write(Utf8JsonWriter writer, ICollective value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Size);
}
