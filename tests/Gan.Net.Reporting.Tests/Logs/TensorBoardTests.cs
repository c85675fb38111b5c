using System.Text;
using Gan.Net.Imaging;
using Gan.Net.Reporting.Tests.Support;

namespace Gan.Net.Reporting.Tests.Logs;

public sealed class TensorBoardTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, 250, TimeSpan.Zero);
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void File_New_BeginsWithItsVersionAndTime()
    {
        var path = WriteFile(_ => { });

        var first = Assert.Single(EventFile.Read(path));
        Assert.Equal("brain.Event:2", first.FileVersion);
        Assert.Equal(Noon.ToUnixTimeMilliseconds() / 1000.0, first.WallTime, 1e-6);
        Assert.StartsWith("events.out.tfevents.1795348800.gan-net.", Path.GetFileName(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.5, 1.5f)]
    [InlineData(-1e300, float.NegativeInfinity)]
    [InlineData(double.NaN, float.NaN)]
    public void WriteScalar_Value_IsReadBack(double value, float expected)
    {
        var scalar = EventFile.Read(WriteFile(file => file.WriteScalar("discriminator/loss", value, 5_000_000_000)))[1];

        Assert.Equal(("discriminator/loss", 5_000_000_000), (scalar.Tag, scalar.Step));
        Assert.Equal(expected, scalar.Scalar);
    }

    [Fact]
    public void WriteImage_Rgb_IsAPngOfItsSize()
    {
        var image = new PixelImage(3, 2, 3);
        image.Pixels.Fill(77);

        var read = EventFile.Read(WriteFile(file => file.WriteImage("samples", image, 1)))[1].Image!.Value;

        Assert.Equal((2L, 3L, 3L), (read.Height, read.Width, read.Colorspace));
        using var stream = new MemoryStream(read.Encoded);
        Assert.Equal(image.Pixels.ToArray(), PictureFile.Read(stream, "samples").Pixels.ToArray());
    }

    [Fact]
    public void WriteText_Text_IsATensorOfTheTextPlugin()
    {
        var read = EventFile.Read(WriteFile(file => file.WriteText("verdicts", "σ → 0", 3)))[1];

        Assert.Equal(("verdicts/text_summary", "text"), (read.Tag, read.Plugin));
        Assert.Equal((7, 1, "σ → 0"), (read.Tensor!.Value.Type, Assert.Single(read.Tensor.Value.Shape), Assert.Single(read.Tensor.Value.Texts)));
    }

    [Fact]
    public void File_TwoInTheSameSecond_HaveTheirOwnNames() => Assert.NotEqual(WriteFile(_ => { }), WriteFile(_ => { }));

    [Fact]
    public void File_StillOpen_CanBeReadAfterAFlush()
    {
        using var file = new TensorBoardFile(_folder.Path, new FixedClock(Noon));
        file.WriteScalar("a", 1, 1);
        file.Flush();

        using var reader = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Assert.True(reader.Length > 60);
    }

    [Fact]
    public void Hook_Run_WritesScalarsPicturesAndVerdicts()
    {
        var monitor = Verdicts.Monitor();
        var sampler = new CountingSampler();
        var pictures = new TensorBoardPictures { Count = 5, Draw = _ => new PixelImage(2, 2, 1), Every = 100 };
        string path;
        using (var hook = new TensorBoardHook(_folder.Path, 50, pictures, monitor, new FixedClock(Noon)))
        {
            hook.OnReport(Reports.At(50, null, ("generator.loss", 2), ("R1Penalty", 0.5)), [sampler]);
            Verdicts.Diverge(monitor, 100);
            hook.OnReport(Reports.At(100, null, ("generator.loss", 3)), [sampler]);
            hook.OnReport(Reports.At(150, null, ("generator.loss", 4)), [sampler]);
            path = hook.Path;
        }

        var events = EventFile.Read(path);
        Assert.Equal((400L, 1L), (events[1].Step, events[1].SessionStatus));
        Assert.Equal(
            [(400L, "generator/loss", 2f), (400, "measures/R1Penalty", 0.5f), (800, "generator/loss", 3f), (1200, "generator/loss", 4f)],
            events.Where(one => one.Scalar is not null).Select(one => (one.Step, one.Tag, one.Scalar!.Value)));
        Assert.Equal([400, 1200], events.Where(one => one.Image is not null).Select(one => one.Step));
        Assert.Equal([5, 5], sampler.Counts);
        Assert.Equal([(800L, monitor.Verdicts[0].ToString())], events.Where(one => one.Tensor is not null).Select(one => (one.Step, one.Tensor!.Value.Texts[0])));
    }

    [Fact]
    public void Hook_BadPictures_NamesEveryProblem()
    {
        var error = Assert.Throws<ArgumentException>(() => new TensorBoardHook(_folder.Path, 1, new TensorBoardPictures { Count = 0, Draw = null!, Every = 0 }));

        Assert.Equal("TensorBoardPictures: Count must be at least 1, was 0; Draw must be given, was null; Every must be at least 1, was 0.", error.Message);
    }

    // The checksum's published test: "123456789" has the CRC-32C E3069283.
    [Fact]
    public void MaskedChecksum_KnownText_IsTheRotatedAndShiftedOne()
    {
        const uint Crc = 0xE306_9283;
        Assert.Equal(unchecked(((Crc >> 15) | (Crc << 17)) + 0xA282_EAD8), RecordStream.MaskedChecksum(Encoding.ASCII.GetBytes("123456789")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(1003)]
    public void MaskedChecksum_AnyLength_EqualsTheBitwiseOne(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)(i * 37)).ToArray();

        Assert.Equal(EventFile.Masked(bytes), RecordStream.MaskedChecksum(bytes));
    }

    private string WriteFile(Action<TensorBoardFile> write)
    {
        using var file = new TensorBoardFile(_folder.Path, new FixedClock(Noon));
        write(file);
        return file.Path;
    }
}
