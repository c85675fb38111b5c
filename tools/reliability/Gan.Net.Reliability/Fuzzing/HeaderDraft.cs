using System.Text.Json;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>A safetensors header in pieces of text, which need not fit together.</summary>
internal sealed class HeaderDraft
{
    public string Head { get; set; } = "{";

    public string Tail { get; set; } = "";

    public string? Metadata { get; set; }

    public List<Tensor> Tensors { get; } = [];

    public static HeaderDraft Parse(ReadOnlySpan<byte> header)
    {
        using var json = JsonDocument.Parse(header.ToArray());
        var draft = new HeaderDraft();
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (property.Name == "__metadata__")
            {
                draft.Metadata = property.Value.GetRawText();
                continue;
            }

            draft.Tensors.Add(new Tensor
            {
                Name = JsonSerializer.Serialize(property.Name),
                Type = property.Value.GetProperty("dtype").GetRawText(),
                Shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetRawText())],
                Begin = property.Value.GetProperty("data_offsets")[0].GetRawText(),
                End = property.Value.GetProperty("data_offsets")[1].GetRawText(),
            });
        }

        return draft;
    }

    public string ToText()
    {
        IEnumerable<string> parts = Metadata is null ? [] : [$"\"__metadata__\":{Metadata}"];
        return Head + string.Join(',', parts.Concat(Tensors.Select(tensor => tensor.ToText()))) + "}" + Tail;
    }

    internal sealed record Tensor
    {
        public string Name { get; set; } = "\"new\"";

        public string Type { get; set; } = "\"F32\"";

        public List<string> Shape { get; set; } = ["1"];

        public string Begin { get; set; } = "0";

        public string End { get; set; } = "4";

        public string More { get; set; } = "";

        public string ToText() =>
            $"{Name}:{{\"dtype\":{Type},\"shape\":[{string.Join(',', Shape)}],\"data_offsets\":[{Begin},{End}]{More}}}";
    }
}
