// An MLP learns a ring of eight Gaussians: the smallest game that shows whether a GAN forgets part of its data.
// The pictures show the data in cyan and what the generator makes in pink.
//   dotnet run -c Release --project samples/Ring [rounds]
using System.Globalization;
using Gan.Net;
using Gan.Net.Data;
using Gan.Net.Mlp;
using Gan.Net.Reporting;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

var rounds = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 8000;

// The data: papers differ in the ring's size, so a preset is named after the one it comes from.
using var ring = new RingSource(RingOptions.D2Gan, new DrawOptions { BatchSize = 256 });

// The networks. The generator ends in a Tanh, so its output must be scaled to reach all of the data.
var sizes = MlpOptions.Ring with { OutputScale = 2.5 };
using var generator = new MlpGenerator(sizes);
using var discriminator = new MlpDiscriminator(sizes);

// The game. Networks as small as these learn at ten times the usual rate.
var adam = new AdamSettings { LearningRate = 2e-3 };
using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { GeneratorOptimizer = adam, DiscriminatorOptimizer = adam });

// A hook draws while the training goes on; the view is fixed so that its pictures can be compared.
using var real = ring.GetBatch(0);
var view = new ScatterPlotOptions { Limit = 2.75 };
var pictures = new SamplePicturesHook("runs/sample-ring", 1000, fake => ScatterPlot.Draw(real.Samples, fake, view), every: 1000);
trainer.Fit(ring, TrainingLength.Rounds(rounds), [pictures]);

Console.WriteLine($"{CoveredModes()} of {ring.Classes} modes covered; the last picture is {pictures.LastPath}");

// The usual count: 2,500 samples; a mode is covered when one of them lies within three deviations of it.
int CoveredModes()
{
    using var scope = NewDisposeScope();
    using var still = no_grad();
    using var random = new Generator(1, CPU);
    var samples = generator.Generate(generator.Latent.Sample(2500, random));
    var distances = (samples.unsqueeze(1) - ring.Modes).square().sum(2).sqrt();  // [2500, 8]
    return distances.le(3 * ring.StandardDeviation).any(0).sum().ToInt32();
}
