using System.Globalization;
using System.Xml.Linq;

namespace Gan.Net.Reporting.Tests.Plots;

public sealed class LinePlotTests : IDisposable
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Draw_TwoCurves_HasLegendWithLastValuesAndTicks()
    {
        var plot = Parse(LinePlot.Draw(
            [Series("discriminator.loss", [0, 500_000, 1_000_000], [0, 1, 2]), Series("generator.loss", [0, 500_000, 1_000_000], [2, 0.5, double.NaN])],
            new LinePlotOptions { Title = "Losses" }));

        var texts = Texts(plot);
        Assert.Equal(["Losses", "discriminator.loss 2", "generator.loss 0.5"], texts.Take(3));
        Assert.Equal(["0", "0.2M", "0.4M", "0.6M", "0.8M", "1.0M", "samples seen"], texts.TakeLast(7));
        Assert.Equal("Losses", plot.Attribute("aria-label")!.Value);
    }

    [Fact]
    public void Draw_Curve_RisesToTheRight()
    {
        var points = Curve(Parse(LinePlot.Draw([Series("loss", [0, 10, 20], [1, 2, 4])])), 1);

        Assert.Equal(3, points.Length);
        Assert.True(points[0].X < points[1].X && points[1].X < points[2].X);
        Assert.Equal(points[1].X - points[0].X, points[2].X - points[1].X, 0.11);
        Assert.Equal(2 * (points[0].Y - points[1].Y), points[1].Y - points[2].Y, 0.21);
        Assert.True(points[2].Y < points[0].Y);
    }

    [Fact]
    public void Draw_LogarithmicScale_EqualRatiosAreEqualDistances()
    {
        var points = Curve(Parse(LinePlot.Draw([Series("norm", [0, 1, 2], [1e-4, 1e-2, 1])], new LinePlotOptions { Scale = PlotScale.Logarithmic })), 1);

        Assert.Equal(points[0].Y - points[1].Y, points[1].Y - points[2].Y, 0.11);
    }

    [Fact]
    public void Draw_LogarithmicScale_ZeroIsAGap()
    {
        var plot = Parse(LinePlot.Draw([Series("norm", [0, 1, 2, 3, 4], [1, 2, 0, 3, 4])], new LinePlotOptions { Scale = PlotScale.Logarithmic }));

        Assert.Equal(2, Paths(plot, "curve stroke-1").Count(path => path.Attribute("style") is null));
    }

    [Fact]
    public void Draw_LongSeries_IsABandAndStaysSmall()
    {
        var x = Enumerable.Range(0, 100_000).Select(i => (double)i).ToArray();
        var text = LinePlot.Draw([Series("loss", x, [.. x.Select(i => Math.Sin(i / 1000) + i % 7 / 7)])]);

        Assert.Single(Paths(Parse(text), "band fill-1"));
        Assert.InRange(text.Length, 1000, 25_000);
    }

    [Fact]
    public void Draw_LevelAndMoment_StandWhereTheyBelong()
    {
        var plot = Parse(LinePlot.Draw([Series("loss", [0, 100], [0, 2])], new LinePlotOptions
        {
            Levels = [new PlotMark { At = 1, Label = "even" }],
            Moments = [new PlotMark { At = 50, Label = "collapse" }, new PlotMark { At = 101, Label = "later" }],
        }));
        var (curve, marks) = (Curve(plot, 1), Paths(plot, "mark").Select(path => path.Attribute("d")!.Value).ToArray());

        Assert.Equal(2, marks.Length);
        Assert.Equal((curve[0].Y + curve[1].Y) / 2, Number(marks[0].Split(' ')[1].Split('H')[0]), 0.11);
        Assert.Equal((curve[0].X + curve[1].X) / 2, Number(marks[1][1..].Split(' ')[0]), 0.11);
        Assert.Contains("even", Texts(plot));
        Assert.Contains("collapse", Texts(plot));
        Assert.DoesNotContain("later", Texts(plot));
    }

    [Fact]
    public void Draw_NothingFinite_SaysSo()
    {
        var plot = Parse(LinePlot.Draw([Series("loss", [1], [double.NaN]), Series("score", [], [])]));

        Assert.Contains("nothing to show yet", Texts(plot));
        Assert.Contains("loss no value", Texts(plot));
    }

    [Theory]
    [InlineData(new[] { 0.0 }, new[] { 0.0 })]
    [InlineData(new[] { 5.0, 5.0 }, new[] { 1e-300, 1e-300 })]
    [InlineData(new[] { -1e9, 1e9 }, new[] { -1.7e308, 1.7e308 })]
    [InlineData(new[] { 1.0, 2.0 }, new[] { 1e15, 1.000000000000001e15 })]
    public void Draw_UnusualNumbers_StaysInsideItsFrame(double[] x, double[] y)
    {
        foreach (var scale in Enum.GetValues<PlotScale>())
        {
            var text = LinePlot.Draw([Series("loss", x, y)], new LinePlotOptions { Scale = scale });

            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
            Assert.All(Paths(Parse(text), "curve stroke-1").Where(path => path.Attribute("style") is null).SelectMany(Points), point =>
            {
                Assert.InRange(point.X, 0, 640);
                Assert.InRange(point.Y, 0, 280);
            });
        }
    }

    [Fact]
    public void Draw_NamesWithMarkup_AreText() =>
        Assert.Contains("a<b>&\"c\" 1", Texts(Parse(LinePlot.Draw([Series("a<b>&\"c\"", [0, 1], [0, 1])]))));

    [Fact]
    public void Draw_Colours_FollowTheSchemeAndThePage()
    {
        var style = Parse(LinePlot.Draw([Series("loss", [0, 1], [0, 1])])).Element(Svg + "style")!.Value;

        Assert.Contains("@media (prefers-color-scheme:dark)", style, StringComparison.Ordinal);
        Assert.Contains(".gan-plot .stroke-1{stroke:#0e7fa0;stroke:var(--plot-1,#0e7fa0)}", style, StringComparison.Ordinal);
        Assert.Contains(".gan-plot text{fill:#c4ccd6;fill:var(--plot-ink,#c4ccd6)}", style, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Plot_IsAnXmlFile()
    {
        LinePlot.Write(_folder.File("curves/loss.svg"), [Series("loss", [0, 1], [0, 1])]);

        Assert.Equal(Svg + "svg", XDocument.Load(_folder.File("curves/loss.svg")).Root!.Name);
    }

    [Fact]
    public void Draw_UnequalLists_NamesTheSeries()
    {
        var error = Assert.Throws<ArgumentException>(() => LinePlot.Draw([Series("loss", [0, 1], [0])]));

        Assert.Equal("The series 'loss' has 2 values of X and 1 of Y. Give as many of each.", error.Message);
    }

    [Fact]
    public void Draw_FallingX_SaysWhere()
    {
        var error = Assert.Throws<ArgumentException>(() => LinePlot.Draw([Series("loss", [0, 2, 1], [0, 0, 0])]));

        Assert.Equal("The series 'loss' has X[2] = 1; expected finite numbers that never fall. Sort the points.", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void Draw_TooFewOrMany_SaysWhatItTakes(int count)
    {
        var error = Assert.Throws<ArgumentException>(() => LinePlot.Draw([.. Enumerable.Repeat(Series("loss", [], []), count)]));

        Assert.Equal($"A plot takes 1 to 8 series; {count} were given. Draw several plots. (Parameter 'series')", error.Message);
    }

    [Fact]
    public void Draw_BadOptions_NamesEveryProblem()
    {
        var error = Assert.Throws<ArgumentException>(() => LinePlot.Draw(
            [Series("loss", [], [])], new LinePlotOptions { Width = 1, Height = 5000, Levels = [new PlotMark { At = double.NaN }] }));

        Assert.Equal("LinePlotOptions: Width must be from 240 to 4096, was 1; Height must be from 140 to 4096, was 5000; Levels must be finite, was not.", error.Message);
    }

    private static PlotSeries Series(string name, double[] x, double[] y) => new() { Name = name, X = x, Y = y };

    private static XElement Parse(string svg) => XElement.Parse(svg);

    private static string[] Texts(XElement plot) => [.. plot.Elements(Svg + "text").Select(text => text.Value)];

    private static IEnumerable<XElement> Paths(XElement plot, string kind) =>
        plot.Elements(Svg + "path").Where(path => path.Attribute("class")!.Value == kind);

    // The one that is no key of the legend.
    private static (double X, double Y)[] Curve(XElement plot, int number) =>
        Points(Paths(plot, $"curve stroke-{number}").Single(path => path.Attribute("style") is null));

    private static (double X, double Y)[] Points(XElement path) => [.. path.Attribute("d")!.Value[1..].Split('L').Select(point =>
    {
        var pair = point.Split('h')[0].Split(' ');
        return (Number(pair[0]), Number(pair[1]));
    })];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
