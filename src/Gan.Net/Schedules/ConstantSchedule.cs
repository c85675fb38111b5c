using System.Globalization;

namespace Gan.Net.Schedules;

/// <summary>A number that stays as it is.</summary>
public sealed record ConstantSchedule : Schedule
{
    /// <summary>The number. Default 0.</summary>
    public double Value { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Extremes() => [Value];

    /// <inheritdoc/>
    public override double At(long samples) => Value;

    /// <summary>The number alone.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
