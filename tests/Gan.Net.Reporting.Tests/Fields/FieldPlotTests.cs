using Gan.Net.Imaging;
using Gan.Net.Reporting.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Fields;

public sealed class FieldPlotTests
{
    private static readonly FieldPlotOptions Options = new() { Size = 200, Opacity = 1 };

    [Fact]
    public void Draw_Title_StandsInTheUpperLeftCorner()
    {
        using var critic = PlaneCritic.Linear(1, 0, 0);
        var field = DiscriminatorField.Measure(critic, 1, 3);
        var expected = FieldPlot.Draw(field, null, null);
        PictureText.Draw(expected, "round 100", 6, 6, PointColours.Line);
        Assert.Equal(expected.Pixels.ToArray(), FieldPlot.Draw(field, null, null, options: new() { Title = "round 100" }).Pixels.ToArray());
    }

    [Fact]
    public void Draw_Shading_IsTealWhereRealAndPlumWhereGeneratedAndDarkBetween()
    {
        var plot = Draw(PlaneCritic.Linear(40, 0, 0));

        Assert.Equal((14, 78, 92), PixelsOf.At(plot, 190, 60));
        Assert.Equal((92, 24, 62), PixelsOf.At(plot, 10, 60));
    }

    [Fact]
    public void Draw_CriticThatKnowsNothing_IsDarkGround()
    {
        var plot = Draw(PlaneCritic.Linear(0, 0, 1e-4f));

        Assert.All(PixelsOf.Where(plot, colour => colour != (14, 17, 22)), pixel => Assert.Fail($"{pixel} is not ground."));
    }

    [Fact]
    public void Draw_Line_RunsWhereTheProbabilityIsOneHalf()
    {
        // 0.5 above the middle: row 50 of 200.
        var plot = Draw(PlaneCritic.Linear(0, 1, -0.5f));

        var line = PixelsOf.Where(plot, colour => colour.Red > 150).ToArray();

        Assert.All(line, pixel => Assert.InRange(pixel.Y, 49, 50));
        Assert.Equal(200, line.Select(pixel => pixel.X).Distinct().Count());
    }

    [Fact]
    public void Draw_LeastSquares_DrawsTheLineAtItsDecisionPoint()
    {
        // 0.5 in the middle row: logits 0 to 1.
        using var critic = PlaneCritic.Linear(0, 0.5f, 0.5f);
        var plot = FieldPlot.Draw(DiscriminatorField.Measure(critic, 1, 41), null, null, options: Options with { DecisionPoint = 0.5 });

        var line = PixelsOf.Where(plot, colour => colour.Red > 150).ToArray();
        Assert.All(line, pixel => Assert.InRange(pixel.Y, 99, 100));
        Assert.Equal(200, line.Select(pixel => pixel.X).Distinct().Count());

        // At the top one unit is 1.69 deviations above the line.
        Assert.InRange(PixelsOf.At(plot, 100, 1).Green, 17 + 0.7 * 61 * 0.68, 17 + 0.9 * 61);
    }

    [Fact]
    public void Draw_CriticWithoutADecisionPoint_HasNoLineAndIsShadedAroundItsMean()
    {
        using var critic = PlaneCritic.Linear(0, 50, 1000);
        var plot = FieldPlot.Draw(DiscriminatorField.Measure(critic, 1, 41), null, null, options: Options with { DecisionPoint = null });

        Assert.Empty(PixelsOf.Where(plot, colour => colour.Red > 150));
        Assert.True(PixelsOf.At(plot, 100, 5) is { Green: > 50, Red: 14 });
        Assert.True(PixelsOf.At(plot, 100, 195) is { Green: < 25, Red: > 60 });
        Assert.Equal(17, PixelsOf.At(plot, 100, 100).Green, 4.0);
    }

    [Fact]
    public void Draw_Points_HaveTheirColoursGeneratedOnTop()
    {
        using var scope = NewDisposeScope();
        var plot = Draw(PlaneCritic.Linear(0, 0, 1), tensor(new[] { 0.5f, 0.5f, -0.5f, 0.5f }, 2, 2), tensor(new[] { -0.5f, 0.5f, float.NaN, 0 }, 2, 2));

        Assert.Equal((64, 208, 224), PixelsOf.At(plot, 150, 50));
        Assert.Equal((255, 92, 168), PixelsOf.At(plot, 50, 50));
    }

    [Fact]
    public void Draw_Arrows_PointWhereThePushGoesAndTheStrongestIsLongest()
    {
        using var scope = NewDisposeScope();
        var points = tensor(new[] { 0.005f, -0.005f, 0.005f, -0.505f, 0.5f, 0.5f, 0.9f, 0.9f }, 4, 2);
        var pushes = tensor(new[] { 0f, 8f, 4f, 0f, 0f, 0f, float.NaN, 1f }, 4, 2);
        var plot = Draw(PlaneCritic.Linear(0, 0, 1), null, points, pushes);

        // The first begins in the middle of a pixel and is 20 pixels long upwards, the second 10 to the right.
        var arrows = PixelsOf.Where(plot, colour => colour is { Red: > 180, Green: > 150 }).ToArray();
        var upper = arrows.Where(pixel => pixel.Y < 125).ToArray();
        Assert.InRange(upper.Min(pixel => pixel.Y), 79, 81);
        Assert.InRange(upper.Max(pixel => pixel.Y), 99, 101);
        var lower = arrows.Where(pixel => pixel.Y >= 125).ToArray();
        Assert.InRange(lower.Max(pixel => pixel.X), 109, 110);
        Assert.InRange(lower.Min(pixel => pixel.X), 99, 101);
        Assert.DoesNotContain(arrows, pixel => pixel.X > 130);
    }

    [Fact]
    public void Draw_FewerArrowsAskedFor_TakesTheFirst()
    {
        using var scope = NewDisposeScope();
        var points = tensor(new[] { -0.5f, 0f, 0.5f, 0f }, 2, 2);
        using var critic = PlaneCritic.Linear(0, 0, 1);
        var plot = FieldPlot.Draw(DiscriminatorField.Measure(critic, 1, 3), null, points, ones(2, 2), Options with { Arrows = 1 });

        var arrows = PixelsOf.Where(plot, colour => colour is { Red: > 180, Green: > 150 }).ToArray();
        Assert.NotEmpty(arrows);
        Assert.All(arrows, pixel => Assert.True(pixel.X < 100));
    }

    [Fact]
    public void Draw_PushesForOtherPoints_AreRefused()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => Draw(PlaneCritic.Linear(1, 0, 0), null, zeros(3, 2), zeros(2, 2)));

        Assert.StartsWith("There are 2 pushes for 3 generated points. Give one for each.", error.Message);
    }

    [Fact]
    public void Draw_OptionsOutOfRange_AreAllNamed()
    {
        using var critic = PlaneCritic.Linear(1, 0, 0);
        var field = DiscriminatorField.Measure(critic, 1, 3);
        var bad = new FieldPlotOptions { Size = 8, PointRadius = 0, Opacity = 2, Arrows = -1, LongestArrow = 0, DecisionPoint = double.NaN };

        var error = Assert.Throws<ArgumentException>(() => FieldPlot.Draw(field, null, null, options: bad));

        Assert.Equal(
            "FieldPlotOptions: Size must be from 32 to 8192, was 8; PointRadius must be positive, was 0; Opacity must be above 0 and at most 1, was 2; "
            + "Arrows must be at least 0, was -1; LongestArrow must be above 0 and at most 1, was 0; "
            + "DecisionPoint must be finite, was NaN.", error.Message);
    }

    private static PixelImage Draw(PlaneCritic critic, Tensor? real = null, Tensor? generated = null, Tensor? pushes = null)
    {
        using (critic)
        {
            return FieldPlot.Draw(DiscriminatorField.Measure(critic, 1, 41), real, generated, pushes, Options);
        }
    }
}
