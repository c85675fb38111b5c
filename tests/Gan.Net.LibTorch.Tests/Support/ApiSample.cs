using System.Globalization;

namespace Gan.Net.LibTorch.Tests;

#pragma warning disable CA1051, CA1716, CA2211, CA2225, CA1045, CA1021, CA1000, CA1063, CA1034, CS0649

/// <summary>One member of every kind that a listing can hold.</summary>
public abstract class ApiSample<T> : IDisposable
{
    public static readonly long Zero;

    protected int Kept;

    protected ApiSample()
    {
    }

    public ApiSample(DayOfWeek day = DayOfWeek.Monday, double rate = 1e-8, string text = "mean", bool flag = true, string? nothing = null) =>
        Name = $"{day}{rate.ToString(CultureInfo.InvariantCulture)}{text}{flag}{nothing}";

    public string? Name { get; private set; }

    public T this[int index]
    {
        get => throw new NotSupportedException(Name);
        set => Name = $"{index}{value}{Hidden}";
    }

    internal int Hidden { get; set; }

    public static implicit operator ApiSample<T>(long value) => throw new NotSupportedException($"{value}");

    public abstract void Apply(ref long value, out T result);

    public (long Count, T Value)? Pair(params long[] sizes) => sizes.Length > Kept ? null : (1, default!);

    public void Dispose() => GC.SuppressFinalize(this);

    protected virtual ReadOnlySpan<int> Spanned(Dictionary<string, Action<T?>> given) => default;

    /// <summary>Overrides what its base declares, and nothing else.</summary>
    public sealed class Derived : ApiSample<T>
    {
        public override void Apply(ref long value, out T result) => result = default!;
    }
}

/// <summary>An extension method.</summary>
public static class ApiSampleExtensions
{
    public static int Twice(this int value, int? times = 2) => value * (times ?? 2);
}
