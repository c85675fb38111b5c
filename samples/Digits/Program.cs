// A DCGAN learns digits that our own code draws: no download. Numbers on the console, pictures in runs/sample-digits.
//   dotnet run -c Release --project samples/Digits [rounds]
using System.Globalization;
using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Reporting;
using Gan.Net.Training;

var rounds = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 600;
var options = DcganOptions.Mnist28 with { Width = 32 };

using var generator = new DcganGenerator(options);
using var discriminator = new DcganDiscriminator(options);
using var source = new DrawnDigits(new DrawOptions { BatchSize = 64 });
using var trainer = new GanTrainer(generator, discriminator);

var pictures = new SamplePicturesHook("runs/sample-digits", 64, fake => SampleGrid.Draw(fake), every: 100);
trainer.Fit(source, TrainingLength.Rounds(rounds), [pictures, new ConsoleHook()]);

Console.WriteLine($"The last picture is {pictures.LastPath}");

/// <summary>Prints a line of numbers now and then. Hooks may print; the library never does.</summary>
internal sealed class ConsoleHook : TrainingHook
{
    public override long Every => 20;

    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        var numbers = report.Values.Select(value => $"{value.Key} {value.Value:0.000}");
        Console.WriteLine($"{report.Round,6}/{report.LastRound}  {string.Join("  ", numbers)}");
    }
}
