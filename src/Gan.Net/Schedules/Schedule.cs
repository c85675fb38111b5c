namespace Gan.Net.Schedules;

/// <summary>
/// A number that may change while a model trains, as a function of the real samples seen. A plain number is a schedule that never
/// changes: wherever one is asked for, <c>2e-4</c> will do. Schedules are data: immutable, compared by value, thread-safe. Derive to
/// bring another shape.
/// </summary>
public abstract record Schedule
{
    /// <summary>Numbers between which all values lie, both reached or approached: what the setting's rule is held against.</summary>
    public abstract IReadOnlyList<double> Extremes();

    /// <summary>A schedule that never changes.</summary>
    public static implicit operator Schedule(double value) => FromDouble(value);

    /// <summary>A schedule that never changes.</summary>
    public static Schedule FromDouble(double value) => new ConstantSchedule { Value = value };

    /// <summary>The value after so many real samples, from 0.</summary>
    public abstract double At(long samples);

    /// <summary>This schedule for so many samples, then another that counts its own from there.</summary>
    /// <param name="samples">Samples after which the other one takes over, at least 1.</param>
    /// <param name="next">The other one.</param>
    public Schedule Then(long samples, Schedule next) => new SequenceSchedule { First = this, Samples = samples, Next = next };

    /// <summary>Adds what is wrong with the settings to <paramref name="problems"/>. Default nothing.</summary>
    public virtual void Validate(OptionProblems problems)
    {
    }
}
