using System.Diagnostics.CodeAnalysis;

namespace Gan.Net.Tests.Support;

/// <summary>Numbers that differ by no more than a tolerance are the same.</summary>
internal sealed class Near(double tolerance) : IEqualityComparer<double>
{
    public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

    public int GetHashCode([DisallowNull] double obj) => 0;
}
