using Gan.Net.Data;
using Gan.Net.Mlp;
using Gan.Net.Training;
using static TorchSharp.torch;

using var generator = new MlpGenerator(MlpOptions.Ring);
using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
using var source = new RingSource(options: new DrawOptions { BatchSize = 64 });
using var trainer = new LeastSquaresTrainer(generator, discriminator);

var numbers = new LastNumbers();
var result = trainer.Fit(source, TrainingLength.Rounds(100), [numbers]);

Console.WriteLine($"trained {result.Rounds} steps, {numbers.Count} numbers, all finite: {numbers.AllFinite}");
return numbers.AllFinite ? 0 : 1;

/// <summary>A loss of one's own, without a line of the library changed.</summary>
internal sealed class LeastSquaresTrainer(MlpGenerator generator, MlpDiscriminator discriminator) : GanTrainer(generator, discriminator)
{
    protected override Tensor DiscriminatorLoss(DiscriminatorPass pass) => (pass.RealLogits - 1).square() + pass.FakeLogits.square();

    protected override Tensor GeneratorLoss(GeneratorPass pass) => (pass.FakeLogits - 1).square();
}

/// <summary>Keeps the numbers of the last report.</summary>
internal sealed class LastNumbers : TrainingHook
{
    public int Count { get; private set; }

    public bool AllFinite { get; private set; }

    public override long Every => 50;

    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        Count = report.Values.Count;
        AllFinite = report.Values.Values.All(double.IsFinite);
    }
}
