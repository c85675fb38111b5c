// An MLP learns a ring of eight Gaussians; the picture shows the data in cyan and what the generator makes in pink.
//   dotnet run -c Release --project samples/Ring [rounds]
using System.Globalization;
using Gan.Net.Data;
using Gan.Net.Mlp;
using Gan.Net.Reporting;
using Gan.Net.Training;

var rounds = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 5000;

using var generator = new MlpGenerator(MlpOptions.Ring);
using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
using var source = new RingSource(RingOptions.PacGan, new DrawOptions { BatchSize = 256 });
using var real = source.GetBatch(0);
using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions
{
    GeneratorOptimizer = new AdamSettings { LearningRate = 1e-3 },
    DiscriminatorOptimizer = new AdamSettings { LearningRate = 1e-3 },
});

var pictures = new SamplePicturesHook("runs/sample-ring", 1000, fake => ScatterPlot.Draw(real.Samples, fake), every: 1000);
var result = trainer.Fit(source, TrainingLength.Rounds(rounds), [pictures]);

Console.WriteLine($"{result.SamplesSeen} samples seen; the last picture is {pictures.LastPath}");
