using System.Buffers.Binary;
using System.Text;
using Gan.Net.Checkpoints;

namespace Gan.Net.Tests.Checkpoints;

public sealed class SafeTensorsFileTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_SeveralTypes_HasTheFormatsBytes()
    {
        var path = _folder.File("x.safetensors");
        SafeTensorEntry[] tensors =
        [
            new("b", SafeTensorType.F32, 1, 2), new("bytes", SafeTensorType.U8, 3), new("count", SafeTensorType.I64), new("a", SafeTensorType.F32, 0),
        ];
        SafeTensorsFile.Write(path, tensors, WriteCounting, new Dictionary<string, string> { ["note"] = "é" });

        const string Header = """{"__metadata__":{"format":"pt","note":"é"},"count":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[0],"data_offsets":[8,8]},"b":{"dtype":"F32","shape":[1,2],"data_offsets":[8,16]},"bytes":{"dtype":"U8","shape":[3],"data_offsets":[16,19]}}""";
        var padded = Encoding.UTF8.GetBytes(Header).ToList();
        while (padded.Count % 8 != 0)
        {
            padded.Add((byte)' ');
        }

        byte[] expected = [(byte)padded.Count, (byte)(padded.Count >> 8), 0, 0, 0, 0, 0, 0, .. padded, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2];
        Assert.Equal(expected, File.ReadAllBytes(path));
    }

    [Fact]
    public void Open_WrittenFile_GivesBackEverything()
    {
        var path = _folder.File("x.safetensors");
        var tensors = Enum.GetValues<SafeTensorType>().Select((type, i) => new SafeTensorEntry($"t{i}", type, 4, i, 2)).ToList();
        SafeTensorsFile.Write(path, tensors, WriteCounting);

        using var file = SafeTensorsFile.Open(path);
        Assert.Equal("pt", Assert.Single(file.Metadata, pair => pair.Key == "format").Value);
        Assert.Equal(tensors.Select(tensor => tensor.ToString()).Order(), file.Tensors.Select(tensor => tensor.ToString()).Order());
        foreach (var tensor in tensors)
        {
            var content = new byte[tensor.ByteLength];
            file.Read(file.Find(tensor.Name)!, content);
            Assert.Equal(Enumerable.Range(0, content.Length).Select(i => (byte)i), content);
        }
    }

    [Fact]
    public void Write_SameTensorsInAnotherOrder_IsTheSameFile()
    {
        SafeTensorEntry[] tensors = [new("b", SafeTensorType.F32, 2), new("a", SafeTensorType.F32, 2), new("c", SafeTensorType.BF16, 2)];
        SafeTensorsFile.Write(_folder.File("1"), tensors, WriteCounting);
        SafeTensorsFile.Write(_folder.File("2"), tensors.Reverse(), WriteCounting);
        Assert.Equal(File.ReadAllBytes(_folder.File("1")), File.ReadAllBytes(_folder.File("2")));
    }

    [Fact]
    public void Write_TwoTensorsOfOneName_Throws()
    {
        SafeTensorEntry[] tensors = [new("a", SafeTensorType.F32, 2), new("b", SafeTensorType.F32), new("a", SafeTensorType.I64, 2)];
        var error = Assert.Throws<ArgumentException>(() => SafeTensorsFile.Write(_folder.File("x"), tensors, WriteCounting));
        Assert.StartsWith("Two tensors are named 'a'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ContentTooShort_ThrowsAndLeavesNoFile()
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => SafeTensorsFile.Write(_folder.File("x"), [new SafeTensorEntry("a", SafeTensorType.F32, 2)], (_, stream) => stream.WriteByte(1)));
        Assert.Equal("1 bytes were written for 'a F32 [2]'; expected 8.", error.Message);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Entry_ReservedName_Throws() => Assert.Throws<ArgumentException>(() => new SafeTensorEntry("__metadata__", SafeTensorType.U8, 1));

    [Fact]
    public void Entry_HalfAByte_Throws() => Assert.Throws<ArgumentException>(() => new SafeTensorEntry("a", SafeTensorType.F4, 3));

    [Fact]
    public void Open_EveryTruncation_IsRefused()
    {
        SafeTensorsFile.Write(_folder.File("x"), [new SafeTensorEntry("a", SafeTensorType.F32, 2), new SafeTensorEntry("b", SafeTensorType.U8)], WriteCounting);
        Assert.All(Hostile.Truncations(File.ReadAllBytes(_folder.File("x"))), file => Hostile.Refused(() => Open(file)));
    }

    [Fact]
    public void Open_Mutants_ThrowNothingElse()
    {
        SafeTensorsFile.Write(_folder.File("x"), [new SafeTensorEntry("a", SafeTensorType.F32, 2), new SafeTensorEntry("b", SafeTensorType.U8)], WriteCounting);
        foreach (var mutant in Hostile.Mutants(File.ReadAllBytes(_folder.File("x")), 50_000))
        {
            Hostile.ReadOrRefused(() => Open(mutant));
        }
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("{}      ", 0)]
    [InlineData("""{"__metadata__":{}}""", 0)]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""", 4)]
    [InlineData("""{"a":{"data_offsets":[0,4],"shape":[2,2],"dtype":"I8"}}""", 4)]
    [InlineData("""{"b":{"dtype":"U8","shape":[2],"data_offsets":[4,6]},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 6)]
    [InlineData("""{"a":{"dtype":"F32","shape":[5,0,3],"data_offsets":[0,0]},"b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 2)]
    [InlineData("""{"":{"dtype":"F4","shape":[2],"data_offsets":[0,1]}}""", 1)]
    public void Open_SoundHeader_IsRead(string header, int content) => Open(Assemble(header, content));

    [Theory]
    [InlineData("", 0, "The header does not begin with '{'.")]
    [InlineData(" {}", 0, "The header does not begin with '{'.")]
    [InlineData("[]", 0, "The header does not begin with '{'.")]
    [InlineData("{", 0, "The header is not valid JSON.")]
    [InlineData("{} x", 0, "The header is not valid JSON.")]
    [InlineData("{}{}", 0, "The header is not valid JSON.")]
    [InlineData("{}\0", 0, "The header is not valid JSON.")]
    [InlineData("{/**/}", 0, "The header is not valid JSON.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},}""", 4, "The header is not valid JSON.")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""", 4, "The header is not valid JSON.")]
    [InlineData("{}", 1, "The header promises a file of 10 bytes; it has 11.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""", 3, "The header promises a file of 65 bytes; it has 64.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}""", 8, "The name 'a' occurs twice.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"\u0061":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}""", 8, "The name 'a' occurs twice.")]
    [InlineData("""{"a":{"dtype":"F32","dtype":"F32","shape":[],"data_offsets":[0,4]}}""", 4, "The name 'dtype' occurs twice.")]
    [InlineData("""{"__metadata__":{"k":"1","k":"2"}}""", 0, "The name 'k' occurs twice.")]
    [InlineData("""{"__metadata__":{"k":1}}""", 0, "'k' must be a string.")]
    [InlineData("""{"__metadata__":null}""", 0, "'__metadata__' must be an object.")]
    [InlineData("""{"a":[]}""", 0, "'a' must be an object.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4],"more":1}}""", 4, "'a' has the unknown property 'more'.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[]}}""", 4, "'a' needs dtype, shape and two data_offsets.")]
    [InlineData("""{"a":{"dtype":"F32","data_offsets":[0,4]}}""", 4, "'a' needs dtype, shape and two data_offsets.")]
    [InlineData("""{"a":{"shape":[],"data_offsets":[0,4]}}""", 4, "'a' needs dtype, shape and two data_offsets.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[4]}}""", 4, "'a' needs dtype, shape and two data_offsets.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4,4]}}""", 4, "'data_offsets' has more than 2 numbers.")]
    [InlineData("""{"a":{"dtype":"F31","shape":[],"data_offsets":[0,4]}}""", 4, "The dtype 'F31' is not known.")]
    [InlineData("""{"a":{"dtype":"f32","shape":[],"data_offsets":[0,4]}}""", 4, "The dtype 'f32' is not known.")]
    [InlineData("""{"a":{"dtype":7,"shape":[],"data_offsets":[0,4]}}""", 4, "'dtype' must be a string.")]
    [InlineData("""{"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""", 4, "'shape' must be an array.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "'shape' holds something")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}""", 4, "'shape' holds something")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1e0],"data_offsets":[0,4]}}""", 4, "'shape' holds something")]
    [InlineData("""{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", 4, "'shape' holds something")]
    [InlineData("""{"a":{"dtype":"F32","shape":[[1]],"data_offsets":[0,4]}}""", 4, "'shape' holds something")]
    [InlineData("""{"a":{"dtype":"F32","shape":[],"data_offsets":[-0,4]}}""", 4, "'data_offsets' holds something")]
    [InlineData("""{"a":{"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,4]}}""", 4, "'shape' holds something")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}""", 0, "'a' takes the bytes 0 to 0; F32 [4611686018427387904, 4] has no length in bytes.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4,0],"data_offsets":[0,0]}}""", 0, "'a' takes the bytes 0 to 0; F32 [4611686018427387904, 4, 0] has no length in bytes.")]
    [InlineData("""{"a":{"dtype":"F6_E2M3","shape":[1],"data_offsets":[0,1]}}""", 1, "'a' takes the bytes 0 to 1; F6_E2M3 [1] has no length in bytes.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "'a' takes the bytes 0 to 4; F32 [2] takes 8.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "'a' takes the bytes 4 to 0; F32 [1] takes 4.")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "'a' begins at 4 of the content, where 0 was due")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "'b' begins at 0 of the content, where 4 was due")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", 12, "'b' begins at 8 of the content, where 4 was due")]
    public void Open_HeaderThatBreaksARule_IsRefused(string header, int content, string problem)
    {
        var refusal = Hostile.Refused(() => Open(Assemble(header, content)));
        Assert.Contains(": " + problem, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("x.safetensors, offset ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DeepJson_IsRefused()
    {
        var file = Assemble("""{"a":{"shape":""" + new string('[', 50_000), 0);
        Hostile.Refused(() => Open(file));
    }

    [Fact]
    public void Open_ManyDimensions_IsRefused()
    {
        var file = Assemble("""{"a":{"dtype":"U8","shape":[1""" + string.Concat(Enumerable.Repeat(",1", 100_000)) + """],"data_offsets":[0,1]}}""", 1);
        Assert.Contains("'shape' has more than 64 numbers.", Hostile.Refused(() => Open(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_InvalidUtf8_IsRefused()
    {
        var file = Assemble("""{"__metadata__":{"k":"x"}}""", 0);
        file[^4] = 0xFF;
        Assert.Contains("The header is not valid UTF-8.", Hostile.Refused(() => Open(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000_001UL, "The header is said to have 100000001 bytes; at most 100000000 are allowed.")]
    [InlineData(ulong.MaxValue, "The header is said to have 18446744073709551615 bytes; at most 100000000 are allowed.")]
    [InlineData(100_000_000UL, "The header is said to have 100000000 bytes; 2 follow.")]
    [InlineData(3UL, "The header is said to have 3 bytes; 2 follow.")]
    public void Open_HeaderLengthThatCannotBe_IsRefused(ulong length, string problem)
    {
        var file = Assemble("{}", 0);
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        Assert.Equal("x.safetensors, offset 0: " + problem, Hostile.Refused(() => Open(file)).Message);
    }

    private static void Open(byte[] file)
    {
        using var opened = new SafeTensorsFile(new MemoryStream(file), "x.safetensors");
        foreach (var tensor in opened.Tensors)
        {
            opened.Read(tensor, new byte[tensor.ByteLength]);
        }
    }

    private static byte[] Assemble(string header, int content)
    {
        var bytes = Encoding.UTF8.GetBytes(header);
        return [.. BitConverter.GetBytes((ulong)bytes.Length), .. bytes, .. new byte[content]];
    }

    private static void WriteCounting(SafeTensorEntry tensor, Stream stream) => stream.Write([.. Enumerable.Range(0, (int)tensor.ByteLength).Select(i => (byte)i)]);
}
