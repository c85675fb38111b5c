using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;
using Gan.Net.TestSupport;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Inputs;

/// <summary>Models that cannot be, and models and data that do not fit together.</summary>
internal static class WrongModels
{
    public static IEnumerable<WrongInput> All => [.. Options(), .. Pairs(), .. Fits()];

    private static IEnumerable<WrongInput> Options() =>
    [
        new("no options", () => _ = new MlpGenerator(null!), "options"),
        new("latents of 0", () => Attempts.Models(Attempts.Points with { Latent = new LatentSpace { Size = 0 } }), "Latent.Size", "at least 1", "0"),
        new("no latents", () => Attempts.Models(Attempts.Points with { Latent = null! }), "Latent", "null"),
        new("a prior nobody knows", () => Attempts.Models(Attempts.Points with { Latent = new LatentSpace { Prior = (LatentPrior)9 } }), "Prior", "9"),
        new("samples of no shape", () => Attempts.Models(Attempts.Points with { SampleShape = [] }), "SampleShape", "[]"),
        new("samples of null shape", () => Attempts.Models(Attempts.Points with { SampleShape = null! }), "SampleShape", "null"),
        new("a layer of 0", () => Attempts.Models(Attempts.Points with { GeneratorWidths = [4, 0] }), "GeneratorWidths", "[4, 0]"),
        new("no layers", () => Attempts.Models(Attempts.Points with { DiscriminatorWidths = null! }), "DiscriminatorWidths", "null"),
        new("a slope of 1", () => Attempts.Models(Attempts.Points with { GeneratorSlope = 1 }), "GeneratorSlope", "[0, 1)", "1"),
        new("a scale that is no number", () => Attempts.Models(Attempts.Points with { OutputScale = double.NaN }), "OutputScale", "positive", "NaN"),
        new("-1 classes", () => Attempts.Models(Attempts.Points with { Classes = -1 }), "Classes", "-1"),
        new("pictures of 30 pixels", () => _ = new DcganGenerator(new DcganOptions { ImageSize = 30 }), "ImageSize", "base·2^k", "30"),
        new("pictures of 0 channels", () => _ = new DcganDiscriminator(new DcganOptions { Channels = 0 }), "Channels", "at least 1", "0"),
        new("a DCGAN of width 0", () => _ = new DcganGenerator(new DcganOptions { Width = 0 }), "Width", "at least 1", "0"),
        new("a DCGAN without latents", () => _ = new DcganGenerator(new DcganOptions { Latent = null! }), "Latent", "null"),
        new("a norm nobody knows", () => _ = new DcganDiscriminator(new DcganOptions { DiscriminatorNorm = (Norm)9 }), "DiscriminatorNorm", "9"),
    ];

    private static IEnumerable<WrongInput> Pairs() =>
    [
        new("no generator", () => Attempts.Fit(null, new MlpDiscriminator(Attempts.Points), new RingSource()), "generator"),
        new("no discriminator", () => Attempts.Fit(new MlpGenerator(Attempts.Points), null, new RingSource()), "discriminator"),
        new("other classes", () => Attempts.Fit(new MlpGenerator(Attempts.Points with { Classes = 3 }), new MlpDiscriminator(Attempts.Points with { Classes = 4 }), new RingSource()), "3 classes", "of 4"),
        new("one module for both", () =>
        {
            using var discriminator = new MlpDiscriminator(Attempts.Points);
            Attempts.Fit(new Borrowed(discriminator.Module, Attempts.Points.Latent), discriminator, new RingSource());
        }, "share 4 parameters"),
        new("a module that is null", () => Attempts.Fit(new Borrowed(null!, Attempts.Points.Latent), new MlpDiscriminator(Attempts.Points), new RingSource()), "Module", "null"),
        new("a latent space that is null", () => Attempts.Fit(new Borrowed(new MlpGenerator(Attempts.Points), null!), new MlpDiscriminator(Attempts.Points), new RingSource()), "Latent", "null"),
        new("other latents than the network takes", () =>
            Attempts.Fit(new Borrowed(new MlpGenerator(Attempts.Points), new LatentSpace { Size = 7 }), new MlpDiscriminator(Attempts.Points), new RingSource()), "[64, 7]", "LatentSpace"),
        new("a discriminator of another size", () =>
            Attempts.Fit(new MlpGenerator(Attempts.Points), new MlpDiscriminator(Attempts.Points with { SampleShape = [3] }), new RingSource()), "discriminator", "[64, 2]"),
    ];

    private static IEnumerable<WrongInput> Fits() =>
    [
        new("pictures for points", () => Attempts.Fit(Attempts.Points, zeros(4, 1, 4, 4)), "[4, 2]", "[4, 1, 4, 4]"),
        new("other channels", () => Attempts.Fit(Attempts.Pictures, zeros(4, 3, 4, 4)), "[4, 1, 4, 4]", "[4, 3, 4, 4]"),
        new("another size of picture", () => Attempts.Fit(Attempts.Pictures, zeros(4, 1, 8, 8)), "[4, 1, 4, 4]", "[4, 1, 8, 8]"),
        new("doubles", () => Attempts.Fit(Attempts.Points, zeros(4, 2, dtype: ScalarType.Float64)), "Float32", "Float64"),
        new("bytes", () => Attempts.Fit(Attempts.Pictures, zeros(4, 1, 4, 4, dtype: ScalarType.Byte)), "Byte", "Float32"),
        new("pictures from 0 to 255", () => Attempts.Fit(Attempts.Pictures, ones(4, 1, 4, 4).mul(255)), "255", "[-1, 1]"),
        new("a batch of nothing", () => Attempts.Fit(Attempts.Points, zeros(0, 2)), "0"),
        new("an empty batch from a source that promises more", () => Attempts.Fit(Attempts.Points, new Attempts.OneBatch(zeros(0, 2)) { BatchSize = 4 }), "[0, 2]", "at least one"),
        new("no labels for conditional models", () => Attempts.Fit(Attempts.Points with { Classes = 3 }, zeros(4, 2)), "3 classes", "no labels"),
        new("labels of another type", () => Attempts.Fit(Attempts.Points with { Classes = 3 }, zeros(4, 2), zeros(4, dtype: ScalarType.Int32)), "Int32", "Int64"),
        new("a label beyond the models' classes", () => Attempts.Fit(Attempts.Points with { Classes = 3 }, zeros(4, 2), full([4], 5L)), "label 5", "0 to 2"),
    ];

    /// <summary>A generator made of somebody else's module.</summary>
    private sealed class Borrowed(nn.Module module, LatentSpace latent) : IGenerator
    {
        public LatentSpace Latent => latent;

        public nn.Module Module => module;

        public Tensor Generate(GeneratorInput input) => ((nn.Module<Tensor, Tensor>)module).call(input.Latents!);

        public void Dispose()
        {
        }
    }
}
