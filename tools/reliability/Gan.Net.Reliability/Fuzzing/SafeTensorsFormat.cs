using System.Buffers.Binary;
using System.Text;
using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Mlp;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>safetensors: opened, every content read, and loaded into a network, which must be unchanged when it is refused.</summary>
internal sealed class SafeTensorsFormat : FuzzFormat
{
    private static readonly string[] _types =
        ["BOOL", "F4", "F6_E2M3", "F6_E3M2", "U8", "I8", "F8_E5M2", "F8_E4M3", "I16", "U16", "F16", "BF16", "I32", "F32", "C64", "F64", "I64", "U64", "f32", "F31", ""];

    private static readonly MlpGenerator _network = new(MlpOptions.Ring with { GeneratorWidths = [3], Latent = new LatentSpace { Size = 2 } });
    private readonly Lazy<IReadOnlyList<byte[]>> _seeds;

    public SafeTensorsFormat() => _seeds = new(MakeSeeds);

    public override string Name => "safetensors";

    public override IReadOnlyList<byte[]> Seeds => _seeds.Value;

    public override long Read(string path)
    {
        var before = Fingerprint.Of(_network);
        using (var file = SafeTensorsFile.Open(path))
        {
            var content = new byte[file.Tensors.Select(tensor => tensor.ByteLength).DefaultIfEmpty().Max()];
            foreach (var tensor in file.Tensors)
            {
                file.Read(tensor, content.AsSpan(0, (int)tensor.ByteLength));
            }
        }

        try
        {
            ModuleState.Load(_network, path);
        }
        catch (StateMismatchException)
        {
            return Fingerprint.Of(_network) == before ? 0 : throw new InvalidOperationException("A file that was refused changed the network.");
        }

        return 0;
    }

    public override bool IsTyped(Exception refusal) => refusal is DataFormatException;

    public override byte[] ChangeFields(byte[] seed, SeededRandom random)
    {
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(seed);
        var header = HeaderDraft.Parse(seed.AsSpan(8, length));
        var content = seed[(8 + length)..].ToList();
        for (var i = random.NextInt64(3); i >= 0; i--)
        {
            Change(header, content, random);
        }

        var text = Encoding.UTF8.GetBytes(header.ToText());
        Span<byte> size = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(size, random.NextInt64(20) == 0 ? text.Length + OddNumber(random) : text.Length);
        return [.. size, .. text, .. content];
    }

    private static void Change(HeaderDraft header, List<byte> content, SeededRandom random)
    {
        var tensor = header.Tensors.Count == 0 ? new HeaderDraft.Tensor() : header.Tensors[(int)random.NextInt64(header.Tensors.Count)];
        switch (random.NextInt64(16))
        {
            case 0: tensor.Type = Quoted(Pick<string>(random, _types)); break;
            case 1: tensor.Shape.Add(Odd(random)); break;
            case 2 when tensor.Shape.Count > 0: tensor.Shape[(int)random.NextInt64(tensor.Shape.Count)] = Odd(random); break;
            case 3 when tensor.Shape.Count > 0: tensor.Shape.RemoveAt(0); break;
            case 4: tensor.Begin = Odd(random); break;
            case 5: tensor.End = Odd(random); break;
            case 6: tensor.Name = Quoted(Pick(random, "", "__metadata__", "a", header.Tensors.Select(other => other.Name.Trim('"')).FirstOrDefault("b"), "é\\u0061", "\\ud800")); break;
            case 7: header.Tensors.Add(tensor with { Shape = [.. tensor.Shape] }); break;
            case 8: header.Tensors.Remove(tensor); break;
            case 9: tensor.More += Pick(random, ",\"more\":1", ",\"dtype\":\"F32\"", ",\"shape\":[]", ",\"data_offsets\":[0,0]", ",\"\":{}", ","); break;
            case 10: header.Metadata = Pick(random, null, "null", "{}", "{\"a\":1}", "{\"a\":\"b\",\"a\":\"c\"}", "[]", "{\"format\":\"pt\"}", "{\"a\":{\"b\":\"c\"}}"); break;
            case 11: header.Tail = Pick(random, "", " ", "        ", "\n", "\0", "x", "{}", "}", ","); break;
            case 12: header.Head = Pick(random, "{", " {", "[", "", "{{", "{/**/", "\ufeff{"); break;
            case 13: content.AddRange(Enumerable.Repeat((byte)0xFF, (int)random.NextInt64(40))); break;
            case 14 when content.Count > 0: content.RemoveRange(0, (int)random.NextInt64(content.Count)); break;
            default: tensor.Shape = [.. Enumerable.Repeat(Pick(random, "1", "0", "2"), (int)random.NextInt64(80))]; break;
        }
    }

    private static string Odd(SeededRandom random) => random.NextInt64(6) switch
    {
        0 => Pick(random, "1.0", "1e3", "-0", "01", "18446744073709551615", "18446744073709551616", "\"4\"", "null", "true", "[]", "1e400", "NaN", "+1"),
        _ => OddNumber(random).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Quoted(string text) => $"\"{text}\"";

    private static List<byte[]> MakeSeeds()
    {
        var folder = Directory.CreateTempSubdirectory("gan-net-seeds-").FullName;
        try
        {
            var path = Path.Combine(folder, "seed");
            ModuleState.Save(_network, path, new Dictionary<string, string> { ["note"] = "é" });
            List<byte[]> seeds = [File.ReadAllBytes(path)];
            SafeTensorsFile.Write(
                path,
                [new("b", SafeTensorType.F32, 1, 2), new("bytes", SafeTensorType.U8, 3), new("count", SafeTensorType.I64), new("none", SafeTensorType.F32, 0), new("half", SafeTensorType.BF16, 2, 2)],
                (tensor, stream) => stream.Write(new byte[tensor.ByteLength]));
            seeds.Add(File.ReadAllBytes(path));
            return seeds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
