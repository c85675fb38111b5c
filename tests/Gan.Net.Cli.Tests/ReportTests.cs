using System.Net;
using System.Text.RegularExpressions;
using Gan.Net.Cli.Tests.Support;
using Gan.Net.Imaging;

namespace Gan.Net.Cli.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_Ring_DrawsTheFieldAndWritesTheReport()
    {
        var output = Run("train", "--model", "mlp", "--data", "ring", "--steps", "40", "--seed", "5", "--out", "my ring");

        Assert.Contains("  report     " + Path.Combine("my ring", "report.html"), output);
        Assert.Equal(21, Directory.GetFiles(_folder.File("my ring/field")).Length);
        Assert.Equal(3, PictureFile.Read(_folder.File("my ring/field/round-0000040.png")).Channels);
        var report = Report("my ring");
        Assert.Contains("<title>my ring · finished</title>", report);
        Assert.Matches("MLP on ring, recipe [^,]+, batches of 256, seed 5", report);
        Assert.Contains("<code>gan-net train --model mlp --data ring --steps 40 --seed 5 --out &#39;my ring&#39;</code>", report);
        Assert.Contains("42 of 42 pictures are in this file.", report);
        Assert.Contains("<th scope=\"row\">processor</th>", report);
        Assert.Contains("<caption>MLP</caption>", report);
    }

    [Fact]
    public void Report_CommandItShows_MakesTheSameGeneratorAgain()
    {
        Run("train", "--recipe", "wgan-gp", "--data", "ring", "--steps", "3", "--seed", "5", "--out", "my ring");
        var shown = Regex.Match(Report("my ring"), "<code>gan-net (train [^<]*)</code>").Groups[1].Value;
        var first = File.ReadAllBytes(_folder.File("my ring/generator.safetensors"));
        Directory.Delete(_folder.File("my ring"), recursive: true);

        Run([.. Regex.Matches(WebUtility.HtmlDecode(shown), "'([^']*)'|([^' ]+)").Select(word => word.Value.Trim('\''))]);

        Assert.Equal(first, File.ReadAllBytes(_folder.File("my ring/generator.safetensors")));
    }

    [Fact]
    public void Train_DrawnDigits_ShowsWhatLiesBetweenLatents()
    {
        Run("train", "--model", "dcgan", "--batch", "4", "--width", "4", "--data", "digits", "--steps", "2", "--out", "digits");

        Assert.Equal(10 * (28 * 2 + 2) + 2, PictureFile.Read(_folder.File("digits/interpolation.png")).Width);
        Assert.False(Directory.Exists(_folder.File("digits/field")));
        Assert.Contains("<b>Between latents.</b>", Report("digits"));
    }

    [Fact]
    public void Report_OfARun_IsMadeAnewFromItsFolder()
    {
        Run("train", "--model", "mlp", "--data", "ring", "--steps", "2", "--out", "ring");
        var first = Report("ring");
        File.Delete(_folder.File("ring/report.html"));

        Assert.Equal($"report in {Path.Combine("ring", "report.html")}{Environment.NewLine}", Run("report", "ring"));

        Assert.Equal(Timeless(first), Timeless(Report("ring")));
    }

    [Theory]
    [InlineData("run.apng")]
    [InlineData("run.png")]
    public void Report_AnimationAskedFor_ShowsTheField(string file)
    {
        Run("train", "--model", "mlp", "--data", "ring", "--steps", "2", "--out", "ring");

        Assert.Contains($"animation in {file}", Run("report", "ring", "--animation", file));

        var bytes = File.ReadAllBytes(_folder.File(file));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], bytes[..4]);
        Assert.InRange(bytes.Length, 20_000, 1_000_000);
    }

    [Fact]
    public void Report_FolderOfAnotherProgram_ShowsWhatIsThere()
    {
        Directory.CreateDirectory(_folder.File("other"));
        File.WriteAllText(_folder.File("other/config.json"), """{"anything":"goes"}""");

        Run("report", "other");

        Assert.Contains("<th scope=\"row\">anything</th><td>goes</td>", Report("other"));
    }

    [Fact]
    public void Report_NoFolder_IsRefused() =>
        GanNet.Run(_folder.Path, "report", "nothing").IsRefusal("There is no folder 'nothing'; report takes the folder that was given to train --out.");

    [Fact]
    public void Report_AnimationOfUnknownKind_IsRefused() =>
        GanNet.Run(_folder.Path, "report", ".", "--animation", "run.mp4").IsRefusal("--animation takes a name that ends in .png or .apng; 'run.mp4' was given.");

    private string Run(params string[] arguments) => GanNet.Run(_folder.Path, arguments).Succeeded();

    private string Report(string run) => File.ReadAllText(_folder.File(run + "/report.html"));

    private static string Timeless(string report) => Regex.Replace(report, @"Written \S+ \S+ UTC", "");
}
