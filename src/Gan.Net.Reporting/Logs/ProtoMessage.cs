using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Gan.Net.Reporting;

/// <summary>
/// One message in the wire format of protocol buffers, field after field: a tag, then a variable-length number, 4 or 8 bytes, or
/// bytes after their length. What the few messages of an event file need, and no more.
/// </summary>
internal sealed class ProtoMessage
{
    private const int Varint = 0;
    private const int EightBytes = 1;
    private const int Delimited = 2;
    private const int FourBytes = 5;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public ProtoMessage Integer(int field, long value)
    {
        Tag(field, Varint);
        Number((ulong)value);
        return this;
    }

    public ProtoMessage Double(int field, double value)
    {
        Tag(field, EightBytes);
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
        return this;
    }

    public ProtoMessage Float(int field, float value)
    {
        Tag(field, FourBytes);
        BinaryPrimitives.WriteSingleLittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
        return this;
    }

    public ProtoMessage Data(int field, ReadOnlySpan<byte> data)
    {
        Tag(field, Delimited);
        Number((ulong)data.Length);
        _bytes.Write(data);
        return this;
    }

    public ProtoMessage Text(int field, string text) => Data(field, Encoding.UTF8.GetBytes(text));

    public ProtoMessage Message(int field, ProtoMessage message) => Data(field, message.Bytes);

    private void Tag(int field, int kind) => Number(((ulong)field << 3) | (uint)kind);

    // Seven bits a byte, the lowest first; all but the last have the highest bit set.
    private void Number(ulong value)
    {
        var span = _bytes.GetSpan(10);
        var length = 0;
        for (; value > 0x7F; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        _bytes.Advance(length);
    }
}
