using System.Numerics;
using System.Runtime.CompilerServices;
using Gan.Net.Schedules;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>
/// Collects everything wrong with an options record, so that one exception names all of it: property, rule and actual value.
/// Used by the constructor that consumes the options.
/// </summary>
/// <param name="owner">The options type's name, which opens the message.</param>
public sealed class OptionProblems(string owner)
{
    private readonly List<string> _problems = [];
    private string _part = "";

    internal bool Any => _problems.Count > 0;

    /// <summary>Notes a problem unless the rule holds.</summary>
    /// <param name="holds">Whether the rule holds.</param>
    /// <param name="rule">The rule, as "must be ...".</param>
    /// <param name="actual">The value found.</param>
    /// <param name="property">The property's name; taken from the expression given for <paramref name="actual"/> when left out.</param>
    public OptionProblems Require(bool holds, string rule, object? actual, [CallerArgumentExpression(nameof(actual))] string property = "")
    {
        if (!holds)
        {
            _problems.Add(FormattableString.Invariant($"{_part}{property} {rule}, was {actual ?? "null"}"));
        }

        return this;
    }

    /// <summary>Notes a problem unless the value is at least <paramref name="minimum"/>.</summary>
    public OptionProblems AtLeast<T>(T actual, T minimum, [CallerArgumentExpression(nameof(actual))] string property = "")
        where T : INumber<T> => Require(actual >= minimum, FormattableString.Invariant($"must be at least {minimum}"), actual, property);

    /// <summary>Notes a problem unless the value is positive and finite.</summary>
    public OptionProblems Positive(double actual, [CallerArgumentExpression(nameof(actual))] string property = "") =>
        Require(double.IsFinite(actual) && actual > 0, "must be positive", actual, property);

    /// <summary>Notes a problem unless the value is in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public OptionProblems InRange(double actual, double low, double high, [CallerArgumentExpression(nameof(actual))] string property = "") =>
        Require(actual >= low && actual < high, FormattableString.Invariant($"must be in [{low}, {high})"), actual, property);

    /// <summary>Notes a problem unless the schedule's values are positive and finite. One that changes may begin or end at 0.</summary>
    public OptionProblems Positive(Schedule? actual, [CallerArgumentExpression(nameof(actual))] string property = "") =>
        Moving(actual, (value, changes) => double.IsFinite(value) && (value > 0 || (changes && value == 0)), "must be positive", property);

    /// <summary>Notes a problem unless the schedule's values are finite and at least <paramref name="minimum"/>.</summary>
    public OptionProblems AtLeast(Schedule? actual, double minimum, [CallerArgumentExpression(nameof(actual))] string property = "") =>
        Moving(actual, (value, _) => double.IsFinite(value) && value >= minimum, FormattableString.Invariant($"must be at least {minimum}"), property);

    /// <summary>Notes a problem unless the schedule's values are in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public OptionProblems InRange(Schedule? actual, double low, double high, [CallerArgumentExpression(nameof(actual))] string property = "") =>
        Moving(actual, (value, _) => value >= low && value < high, FormattableString.Invariant($"must be in [{low}, {high})"), property);

    /// <summary>Notes a problem unless the schedule's values are probabilities, in [0, 1].</summary>
    public OptionProblems Probability(Schedule? actual, [CallerArgumentExpression(nameof(actual))] string property = "") =>
        Moving(actual, (value, _) => value is >= 0 and <= 1, "must be in [0, 1]", property);

    /// <summary>Notes the problems of options inside these, under their property's name; and one when there are none.</summary>
    /// <param name="part">The options inside.</param>
    /// <param name="check">Notes what is wrong with them.</param>
    /// <param name="property">The property's name; taken from the expression given for <paramref name="part"/> when left out.</param>
    public OptionProblems Within<T>(T? part, Action<T, OptionProblems> check, [CallerArgumentExpression(nameof(part))] string property = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(check);
        if (part is null)
        {
            return Require(false, "must be given", part, property);
        }

        var outer = _part;
        _part = $"{outer}{property}.";
        check(part, this);
        _part = outer;
        return this;
    }

    /// <summary>Notes the problems of each of several options inside these, under its type's name; and one when they, or one of them, are null.</summary>
    /// <param name="parts">The options inside.</param>
    /// <param name="check">Notes what is wrong with one of them.</param>
    /// <param name="property">The property's name; taken from the expression given for <paramref name="parts"/> when left out.</param>
    public OptionProblems Each<T>(IEnumerable<T>? parts, Action<T, OptionProblems> check, [CallerArgumentExpression(nameof(parts))] string property = "")
        where T : class
    {
        if (parts is null)
        {
            return Require(false, "must be given", parts, property);
        }

        foreach (var (i, part) in parts.Index())
        {
            Within(part, check, part?.GetType().Name ?? FormattableString.Invariant($"{property}[{i}]"));
        }

        return this;
    }

    /// <summary>Notes a problem unless every one of several sizes is at least <paramref name="minimum"/>, and there are as many as there must be.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <param name="minimum">What each must reach.</param>
    /// <param name="count">How many there must be at least.</param>
    /// <param name="property">The property's name; taken from the expression given for <paramref name="sizes"/> when left out.</param>
    public OptionProblems EachAtLeast<T>(IReadOnlyList<T>? sizes, T minimum, int count = 0, [CallerArgumentExpression(nameof(sizes))] string property = "")
        where T : INumber<T> => sizes is null
            ? Require(false, "must be given", sizes, property)
            : Require(
                sizes.Count >= count && sizes.All(size => size >= minimum),
                count > 0 ? FormattableString.Invariant($"must name sizes of at least {minimum}") : FormattableString.Invariant($"must be at least {minimum} each"),
                $"[{string.Join(", ", sizes)}]",
                property);

    /// <summary>Notes a problem unless the value is one that its enumeration names.</summary>
    public OptionProblems Known<T>(T actual, [CallerArgumentExpression(nameof(actual))] string property = "")
        where T : struct, Enum => Require(Enum.IsDefined(actual), $"must be a known {typeof(T).Name}", actual, property);

    /// <summary>Notes a problem unless there is such a device on this machine.</summary>
    public OptionProblems OnThisMachine(Device? actual, [CallerArgumentExpression(nameof(actual))] string property = "") =>
        Require(actual is not null, "must be a device", actual, property).Require(
            actual is null || actual.type != DeviceType.CUDA || (cuda.is_available() && actual.index < cuda.device_count()),
            "must be available on this machine", actual, property);

    /// <summary>Throws one exception that names every problem noted.</summary>
    /// <exception cref="ArgumentException">There was a problem.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw new ArgumentException($"{owner}: {string.Join("; ", _problems)}.");
        }
    }

    // The rule is held against the schedule's extremes; the first that breaks it is named, and then what is wrong with the schedule itself.
    private OptionProblems Moving(Schedule? schedule, Func<double, bool, bool> rule, string text, string property)
    {
        if (schedule is not null)
        {
            var extremes = schedule.Extremes();
            var broken = extremes.Where(value => !rule(value, extremes.Any(other => other != value))).Take(1).ToList();
            broken.ForEach(value => Require(false, text, value, property));
        }

        return Within(schedule, (inside, problems) => inside.Validate(problems), property);
    }
}
