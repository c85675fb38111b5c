using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

/// <summary>The engine ends the process where a generator is given bytes that are no state.</summary>
public sealed class GeneratorStateTests
{
    [Fact]
    public void Set_StateOfAnotherGenerator_DrawsOnFromThere()
    {
        using var scope = NewDisposeScope();
        using var first = new Generator(1, CPU);
        using var second = new Generator(2, CPU);
        randn(5, generator: first).Dispose();

        GeneratorState.Set(second, first.get_state());

        Assert.Equal(randn(1000, generator: first).data<float>().ToArray(), randn(1000, generator: second).data<float>().ToArray());
    }

    [Theory]
    [InlineData(8, 0)] // numbers left: 1 to 624
    [InlineData(9, 255)]
    [InlineData(11, 255)]
    [InlineData(12, 0)] // seeded
    [InlineData(12, 2)]
    [InlineData(17, 3)] // the next number's place: up to 624
    [InlineData(23, 255)]
    public void Fits_DamagedHead_IsFalse(int place, byte value)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);
        var state = generator.get_state();
        Assert.True(GeneratorState.Fits(state));
        state[8] = 0;
        state[9] = 1;
        Assert.True(GeneratorState.Fits(state));
        state[place] = value;
        if (place == 8)
        {
            state[9] = 0;
        }

        Assert.False(GeneratorState.Fits(state));
    }

    [Fact]
    public void Fits_OtherTypesAndShapes_IsFalse()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);
        var state = generator.get_state();

        Assert.False(GeneratorState.Fits(state.to(ScalarType.Int32)));
        Assert.False(GeneratorState.Fits(state.narrow(0, 0, 100)));
        Assert.False(GeneratorState.Fits(state.unsqueeze(0)));
    }

    [Fact]
    public void Set_BytesThatAreNone_Throws()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1, CPU);

        var failure = Assert.Throws<ArgumentException>("state", () => GeneratorState.Set(generator, full_like(generator.get_state(), 255)));

        Assert.Equal("The bytes are no state of this engine's random generator. (Parameter 'state')", failure.Message);
    }

    // With digests that fit: made by hand, for a save writes none such.
    [Fact]
    public void Restore_StateThatIsNone_IsRefusedAndChangesNothing()
    {
        using var folder = new ScratchFolder();
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(2));
        using var run = RunCheckpoints.Open(folder.Path);
        var path = run.Save(gan.Trainer, source);
        var file = Path.Combine(path, "training.safetensors");
        var bytes = File.ReadAllBytes(file);
        bytes.AsSpan(PlaceOfState(bytes) + 8, 4).Clear();
        File.WriteAllBytes(file, bytes);
        var manifest = new CheckpointReader(Disk.Instance, path).ReadManifest();
        var files = manifest.Files.Select(entry => entry.Name == "training.safetensors" ? entry with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) } : entry);
        File.WriteAllBytes(Path.Combine(path, "manifest.json"), ManifestText.Write(manifest with { Files = [.. files] }));
        var before = TrainerDigest.Of(gan.Trainer);

        var refusal = Assert.Throws<CheckpointMismatchException>(() => Checkpoint.Open(path).Restore(gan.Trainer, source));

        Assert.Equal(["'random' is no state of this engine's random generator"], refusal.Differences);
        Assert.Equal(before, TrainerDigest.Of(gan.Trainer));
    }

    // A safetensors file: the header's length, the header, the numbers.
    private static int PlaceOfState(byte[] file)
    {
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        return 8 + length + header.RootElement.GetProperty("random").GetProperty("data_offsets")[0].GetInt32();
    }
}
