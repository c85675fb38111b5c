// A loss of one's own: subclass the trainer and override the two methods that hold the equations. Here least squares on
// the logits, with the discriminator's targets softened to 0.9 and 0.1.
//   dotnet run -c Release --project samples/OwnLoss [rounds]
using System.Globalization;
using Gan.Net;
using Gan.Net.Data;
using Gan.Net.Mlp;
using Gan.Net.Training;
using static TorchSharp.torch;

var rounds = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 2000;

using var generator = new MlpGenerator(MlpOptions.Ring);
using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
using var source = new RingSource();
using var trainer = new SoftLeastSquaresTrainer(generator, discriminator);

trainer.Fit(source, TrainingLength.Rounds(rounds), [new LossHook()]);

/// <summary>Terms stay one per sample; the trainer takes the mean and does everything else.</summary>
internal sealed class SoftLeastSquaresTrainer(IGenerator generator, IDiscriminator discriminator) : GanTrainer(generator, discriminator)
{
    protected override Tensor DiscriminatorLoss(DiscriminatorPass pass) => (pass.RealLogits - 0.9).square() + (pass.FakeLogits - 0.1).square();

    protected override Tensor GeneratorLoss(GeneratorPass pass) => (pass.FakeLogits - 0.9).square();
}

/// <summary>Prints both losses now and then. A hook watches and never steers.</summary>
internal sealed class LossHook : TrainingHook
{
    public override long Every => 500;

    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) =>
        Console.WriteLine($"{report.Round,6}  discriminator {report.Values["discriminator.loss"]:0.000}  generator {report.Values["generator.loss"]:0.000}");
}
