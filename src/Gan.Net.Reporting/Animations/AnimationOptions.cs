namespace Gan.Net.Reporting;

/// <summary>How an animation plays. Immutable.</summary>
public sealed record AnimationOptions
{
    /// <summary>How long a frame is shown, 20 ms to 60 s. Default 150 ms.</summary>
    public TimeSpan FrameTime { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>How long the last frame is shown, 20 ms to 60 s. Default 1.5 s: time to look at the result.</summary>
    public TimeSpan LastFrameTime { get; init; } = TimeSpan.FromMilliseconds(1500);

    /// <summary>How often it plays, 0 to 65,536; 0, the default, for ever.</summary>
    public int Plays { get; init; }

    internal AnimationOptions Checked()
    {
        new OptionProblems(nameof(AnimationOptions))
            .Require(IsTime(FrameTime), "must be from 00:00:00.02 to 00:01:00", FrameTime)
            .Require(IsTime(LastFrameTime), "must be from 00:00:00.02 to 00:01:00", LastFrameTime)
            .Require(Plays is >= 0 and <= 65536, "must be from 0 to 65536", Plays)
            .ThrowIfAny();
        return this;
    }

    internal TimeSpan TimeOf(int frame, int count) => frame == count - 1 ? LastFrameTime : FrameTime;

    private static bool IsTime(TimeSpan time) => time >= TimeSpan.FromMilliseconds(20) && time <= TimeSpan.FromMinutes(1);
}
