using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class FourierTests
{
    private static readonly ReferenceCases Cases = new("fourier")
    {
        { "fft_", x => fft.fft_(Complex(x)).view_as_real() },
        { "fft__length", x => fft.fft_(Complex(x), 5, 0, FFTNormType.Ortho).view_as_real() },
        { "ifft", x => fft.ifft(Complex(x), norm: FFTNormType.Forward).view_as_real() },
        { "rfft", x => fft.rfft(x["input"]).view_as_real() },
        { "irfft", x => fft.irfft(Complex(x)) },
        { "irfft_length", x => fft.irfft(Complex(x), 5) },
        { "fft2", x => fft.fft2(Complex(x)).view_as_real() },
        { "ifft2", x => fft.ifft2(Complex(x), norm: FFTNormType.Ortho).view_as_real() },
        { "rfft2", x => fft.rfft2(x["input"]).view_as_real() },
        { "irfft2", x => fft.irfft2(Complex(x), [3, 5]) },
        { "fftn", x => fft.fftn(Complex(x)).view_as_real() },
        { "ifftn", x => fft.ifftn(Complex(x), dim: [0, 1]).view_as_real() },
        { "rfftn", x => fft.rfftn(x["input"]).view_as_real() },
        { "irfftn", x => fft.irfftn(Complex(x)) },
        { "fftshift", x => fft.fftshift(x["input"]) },
        { "ifftshift", x => fft.ifftshift(x["input"], [1]) },
        { "fftfreq", _ => fft.fftfreq(5, 0.5) },
        { "rfftfreq", _ => fft.rfftfreq(5, 0.5, float64) },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void Irfft2_OfRfft2_GivesTheImageBack()
    {
        using var scope = NewDisposeScope();
        var image = rand(2, 8, 8, dtype: float64);
        Assert.True(fft.irfft2(fft.rfft2(image)).allclose(image));
    }

    private static Tensor Complex(Dictionary<string, Tensor> x) => view_as_complex(x["input"]);
}
