using System.Buffers.Binary;
using Google.Protobuf;

namespace Gan.Net.Reporting.Tests.Logs;

/// <summary>
/// Reads event files by their published format, with code that shares nothing with the writer: a checksum taken bit by bit, and messages
/// through Google's own reader.
/// </summary>
internal static class EventFile
{
    public sealed record Event
    {
        public double WallTime { get; set; }

        public long Step { get; set; }

        public string? FileVersion { get; set; }

        public long? SessionStatus { get; set; }

        public string? Tag { get; set; }

        public float? Scalar { get; set; }

        public (long Height, long Width, long Colorspace, byte[] Encoded)? Image { get; set; }

        public string? Plugin { get; set; }

        public (long Type, long[] Shape, List<string> Texts)? Tensor { get; set; }
    }

    public static List<Event> Read(string path)
    {
        var bytes = File.ReadAllBytes(path).AsSpan();
        var events = new List<Event>();
        while (bytes.Length > 0)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            Assert.Equal(Masked(bytes[..8]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]));
            var data = bytes.Slice(12, length);
            Assert.Equal(Masked(data), BinaryPrimitives.ReadUInt32LittleEndian(bytes[(12 + length)..]));
            events.Add(ReadEvent(data.ToArray()));
            bytes = bytes[(16 + length)..];
        }

        return events;
    }

    // CRC-32C, one bit after the other (polynomial 82F63B78, reflected), then TensorFlow's mask.
    public static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78u : crc >> 1;
            }
        }

        crc = ~crc;
        return ((crc >> 15) | (crc << 17)) + 0xA282EAD8u;
    }

    private static Event ReadEvent(byte[] data)
    {
        var found = new Event();
        ForEach(data, (field, input) =>
        {
            switch (field)
            {
                case 1:
                    found.WallTime = input.ReadDouble();
                    break;
                case 2:
                    found.Step = input.ReadInt64();
                    break;
                case 3:
                    found.FileVersion = input.ReadString();
                    break;
                case 5:
                    ForEach(input.ReadBytes().ToByteArray(), (_, summary) => ReadValue(summary.ReadBytes().ToByteArray(), found));
                    break;
                case 7:
                    ForEach(input.ReadBytes().ToByteArray(), (_, session) => found.SessionStatus = session.ReadInt64());
                    break;
                default:
                    Assert.Fail($"An event has no field {field}.");
                    break;
            }
        });
        return found;
    }

    private static void ReadValue(byte[] data, Event found) => ForEach(data, (field, input) =>
    {
        switch (field)
        {
            case 1:
                found.Tag = input.ReadString();
                break;
            case 2:
                found.Scalar = input.ReadFloat();
                break;
            case 4:
                var numbers = new long[4];
                byte[] encoded = [];
                ForEach(input.ReadBytes().ToByteArray(), (part, image) => _ = part == 4 ? (encoded = image.ReadBytes().ToByteArray()).Length : numbers[part] = image.ReadInt32());
                found.Image = (numbers[1], numbers[2], numbers[3], encoded);
                break;
            case 8:
                found.Tensor = ReadTensor(input.ReadBytes().ToByteArray());
                break;
            case 9:
                ForEach(input.ReadBytes().ToByteArray(), (_, metadata) => ForEach(metadata.ReadBytes().ToByteArray(), (_, plugin) => found.Plugin = plugin.ReadString()));
                break;
            default:
                Assert.Fail($"A value has no field {field}.");
                break;
        }
    });

    private static (long Type, long[] Shape, List<string> Texts) ReadTensor(byte[] data)
    {
        var (type, shape, texts) = (0L, new List<long>(), new List<string>());
        ForEach(data, (field, input) =>
        {
            switch (field)
            {
                case 1:
                    type = input.ReadEnum();
                    break;
                case 2:
                    ForEach(input.ReadBytes().ToByteArray(), (_, dimensions) => ForEach(dimensions.ReadBytes().ToByteArray(), (_, size) => shape.Add(size.ReadInt64())));
                    break;
                case 8:
                    texts.Add(input.ReadString());
                    break;
                default:
                    Assert.Fail($"A tensor of texts has no field {field}.");
                    break;
            }
        });
        return (type, [.. shape], texts);
    }

    private static void ForEach(byte[] data, Action<int, CodedInputStream> read)
    {
        using var input = new CodedInputStream(data);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            read(WireFormat.GetTagFieldNumber(tag), input);
        }

        Assert.True(input.IsAtEnd);
    }
}
