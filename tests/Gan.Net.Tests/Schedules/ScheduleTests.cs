using Gan.Net.Schedules;

namespace Gan.Net.Tests.Schedules;

public sealed class ScheduleTests
{
    private static readonly LinearSchedule Falling = new() { From = 8, To = 2, Over = 600 };
    private static readonly CosineSchedule Easing = new() { From = 1, To = 3, Over = 400 };

    public static TheoryData<Schedule, long, double> Values => new()
    {
        { 2.5, 0, 2.5 },
        { 2.5, long.MaxValue, 2.5 },
        { Falling, 0, 8 },
        { Falling, 1, 7.99 },
        { Falling, 300, 5 },
        { Falling, 599, 2.01 },
        { Falling, 600, 2 },
        { Falling, long.MaxValue, 2 },
        { Easing, 0, 1 },
        { Easing, 100, 1.2928932188134525 },  // 2 - cos 45°
        { Easing, 200, 2 },
        { Easing, 300, 2.7071067811865475 },
        { Easing, 400, 3 },
        { Easing, 4000, 3 },
        { new WarmUpSchedule { Target = 6, Over = 300 }, 0, 0 },
        { new WarmUpSchedule { Target = 6, Over = 300 }, 100, 2 },
        { new WarmUpSchedule { Target = 6, Over = 300 }, 300, 6 },
        { new WarmUpSchedule { Target = Falling, Over = 300, From = .5 }, 0, 4 },
        { new WarmUpSchedule { Target = Falling, Over = 300, From = .5 }, 150, 6.5 * .75 },
        { new WarmUpSchedule { Target = Falling, Over = 300, From = .5 }, 400, 4 },
        { Easing.Then(1000, Falling), 999, 3 },
        { Easing.Then(1000, Falling), 1000, 8 },
        { Easing.Then(1000, Falling), 1300, 5 },
        { Easing.Then(200, 7).Then(300, Falling), 199, 1.9921460991112887 },
        { Easing.Then(200, 7).Then(300, Falling), 200, 7 },
        { Easing.Then(200, 7).Then(300, Falling), 600, 5 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void At_Samples_GivesTheValue(Schedule schedule, long samples, double expected) => Assert.Equal(expected, schedule.At(samples), 1e-14);

    [Theory]
    [MemberData(nameof(Values))]
    public void Extremes_OfAnySchedule_HoldEveryValue(Schedule schedule, long samples, double expected)
    {
        _ = (samples, expected);
        var (low, high) = (schedule.Extremes().Min(), schedule.Extremes().Max());

        Assert.All(Enumerable.Range(0, 2000), at => Assert.InRange(schedule.At(at), low, high));
    }

    [Fact]
    public void Equals_SameData_IsTheSameSchedule()
    {
        Assert.Equal((Schedule)3.0, new ConstantSchedule { Value = 3 });
        Assert.Equal(Falling, new LinearSchedule { From = 8, To = 2, Over = 600 });
        Assert.NotEqual<Schedule>(Falling, Falling with { Over = 601 });
        Assert.Equal("3", ((Schedule)3.0).ToString());
    }

    [Fact]
    public void Validate_OutOfRange_NamesEach()
    {
        var problems = new OptionProblems("Options");
        problems.Positive(Falling with { To = -1, Over = 0 }, "Rate");
        problems.Positive((Schedule)0.0, "Other");
        problems.Positive(Falling with { To = 0 }, "Good");
        problems.InRange(Easing, 0, 3, "Beta");
        problems.AtLeast(new WarmUpSchedule { Target = double.NaN, Over = 0, From = 1 }, 0, "Weight");
        problems.Positive(Easing.Then(0, Falling with { Over = -1 }), "Sequence");
        problems.Positive((Schedule?)null, "None");

        var failure = Assert.Throws<ArgumentException>(problems.ThrowIfAny);

        Assert.Equal(
            "Options: Rate must be positive, was -1; Rate.Over must be at least 1, was 0; Other must be positive, was 0; "
            + "Beta must be in [0, 3), was 3; Weight must be at least 0, was NaN; Weight.Over must be at least 1, was 0; Weight.From must be in [0, 1), was 1; "
            + "Sequence.Samples must be at least 1, was 0; Sequence.Next.Over must be at least 1, was -1; None must be given, was null.",
            failure.Message);
    }
}
