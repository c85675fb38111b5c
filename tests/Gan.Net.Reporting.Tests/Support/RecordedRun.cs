using System.Globalization;
using System.Text.Json;
using Gan.Net.Imaging;

namespace Gan.Net.Reporting.Tests.Support;

/// <summary>The object mother of run folders: writes the files of a run as training would, each only when asked for.</summary>
internal sealed class RecordedRun(string folder)
{
    public static DateTimeOffset Now { get; } = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public string Folder => Directory.CreateDirectory(folder).FullName;

    /// <summary>All files, 200 rounds of 8 samples.</summary>
    public RecordedRun WithEverything() => WithConfig().WithStatistics(200).WithPictures("samples", 0, 50, 100, 150, 200).WithPictures("field", 0, 100, 200)
        .WithVerdict("discriminator-wins", "The discriminator tells all samples apart.", "Lower its learning rate.", "Add R1.")
        .WithMetric("fid-10k-digits", 12.3456).WithInterpolation();

    public RecordedRun WithConfig(string json = """{"tool":"0.1.0","engine":"Engine 1","device":"cpu","threads":2,"data":"ring","sampleShape":[2],"rounds":200,"batchSize":8,"optimizer":{"learningRate":0.002,"beta1":0.5}}""") =>
        With("config.json", json);

    public RecordedRun WithStatistics(int rounds, int every = 10)
    {
        for (var round = every; round <= rounds; round += every)
        {
            Append("stats.jsonl", string.Create(CultureInfo.InvariantCulture, $$$"""
                {"round":{{{round}}},"samples":{{{8 * round}}},"epoch":null,"seconds":{{{0.01 * round}}},"values":{"discriminator.loss":{{{1.4 - 0.001 * round}}},"generator.loss":{{{0.7 + 0.001 * round}}},"probability.real":0.6,"probability.fake":0.4,"score.real":0.4,"score.fake":-0.4,"generator.gradient":{{{1.0 / round}}},"discriminator.gradient":"NaN"}}
                """));
        }

        return this;
    }

    public RecordedRun WithPictures(string kind, params long[] rounds)
    {
        foreach (var round in rounds)
        {
            var image = new PixelImage(24, 24, 1);
            image.Pixels.Fill((byte)(round % 256));
            PictureFile.Write(image, Path.Combine(Folder, kind, string.Create(CultureInfo.InvariantCulture, $"round-{round:D7}.png")));
        }

        return this;
    }

    public RecordedRun WithVerdict(string kind, string sentence, params string[] remedies) => Append("verdicts.jsonl", JsonSerializer.Serialize(
        new { round = 100, samples = 800, kind, value = 0.99, limit = 0.95, sentence, remedies }));

    public RecordedRun WithMetric(string name, double value, double? error = 0.25, long? round = null) => Append("metrics.jsonl", JsonSerializer.Serialize(
        new { time = "2030-01-02T03:04:05Z", name, metric = "any", value, error, samples = 10_000, better = "lower", round }));

    public RecordedRun WithInterpolation()
    {
        PictureFile.Write(new PixelImage(40, 16, 1), Path.Combine(Folder, "interpolation.png"));
        return this;
    }

    public RecordedRun With(string name, string content)
    {
        File.WriteAllText(Path.Combine(Folder, name), content);
        return this;
    }

    public RecordedRun Append(string name, string line)
    {
        File.AppendAllText(Path.Combine(Folder, name), line + "\n");
        return this;
    }

    /// <summary>The report as a text.</summary>
    public string Draw(RunReportOptions? options = null) => RunReport.Draw(Folder, (options ?? new RunReportOptions()) with { Clock = new StoppedClock() });

    /// <summary>Writes the report and returns its path.</summary>
    public string Write(RunReportOptions? options = null) => RunReport.Write(Folder, (options ?? new RunReportOptions()) with { Clock = new StoppedClock() });

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
