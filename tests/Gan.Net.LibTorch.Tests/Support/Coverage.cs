using System.Reflection;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Says which public members of a type no reference case exercises.</summary>
internal static class Coverage
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>
    /// Fails unless each of <paramref name="members"/> is a public member of the type and is either covered or exempt, and
    /// every exemption is needed. Properties and events count by their own name.
    /// </summary>
    /// <param name="type">The type whose members are meant.</param>
    /// <param name="members">The names of the area's members.</param>
    /// <param name="covered">What <see cref="ReferenceCases.Members"/> and other tests cover, without the type's name.</param>
    /// <param name="exempt">Names not covered by a case, each with the reason.</param>
    public static void AssertCovered(
        Type type, IEnumerable<string> members, IEnumerable<string> covered, IReadOnlyDictionary<string, string> exempt)
    {
        var known = NamesOf(type);
        var wanted = members.ToHashSet();
        var run = covered.ToHashSet();
        AssertNone(wanted.Except(known), $"are not public members of {type}");
        AssertNone(wanted.Where(name => !run.Contains(name) && !exempt.ContainsKey(name)), "have neither a reference case nor an exemption");
        AssertNone(exempt.Keys.Where(name => run.Contains(name) || !wanted.Contains(name)), "are exempt without need");
        AssertNone(exempt.Where(pair => string.IsNullOrWhiteSpace(pair.Value)).Select(pair => pair.Key), "are exempt without a reason");
    }

    /// <summary>The names of a type's own public methods and properties.</summary>
    public static IReadOnlySet<string> NamesOf(Type type) => type.GetMembers(Declared)
        .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false } ||
            (member is MethodInfo && member.Name.StartsWith("op_", StringComparison.Ordinal)))
        .Select(member => member.Name)
        .ToHashSet();

    private static void AssertNone(IEnumerable<string> names, string problem)
    {
        var list = string.Join(", ", names.Order(StringComparer.Ordinal));
        Assert.True(list.Length == 0, $"These {problem}: {list}.");
    }
}
