using System.Reflection;
using TorchSharp;

namespace Gan.Net.LibTorch.Tests;

/// <summary>The interface of the binding's TorchSharp namespaces beside that of TorchSharp itself.</summary>
internal static class BindingInterface
{
    /// <summary>TorchSharp's interface, by type name.</summary>
    public static Dictionary<string, ApiType> Listed { get; } = ApiType.Parse(File.ReadLines(RepositoryFiles.Fixture("torchsharp-0.107.0-api.txt")));

    /// <summary>The binding's visible types in TorchSharp's namespaces.</summary>
    public static IReadOnlyList<Type> Types { get; } = typeof(torch).Assembly.GetTypes()
        .Where(type => ApiNotation.IsVisible(type) && type.Namespace?.Split('.')[0] == nameof(TorchSharp))
        .OrderBy(ApiNotation.NameOf, StringComparer.Ordinal)
        .ToList();

    /// <summary>What <paramref name="types"/> have that the list has not, a paragraph each.</summary>
    public static IReadOnlyList<string> Strangers(IEnumerable<Type> types, IReadOnlyDictionary<string, ApiType> listed) => types
        .SelectMany(type => listed.TryGetValue(ApiNotation.NameOf(type), out var known)
            ? Describe(type).StrangersTo(known, text => IsHarmless(type, text))
            : [$"{ApiNotation.NameOf(type)}: no such type is listed"])
        .ToList();

    /// <summary>Of each type the binding has: how many of the listed members, and which are missing.</summary>
    public static IEnumerable<(string Name, int Present, IReadOnlyList<string> Missing)> Coverage() => Types
        .Where(type => Listed.ContainsKey(ApiNotation.NameOf(type)))
        .Select(type =>
        {
            var known = Listed[ApiNotation.NameOf(type)];
            var missing = known.Members.Except(Describe(type).Members).ToList();
            return (known.Name, known.Members.Count - missing.Count, (IReadOnlyList<string>)missing);
        });

    /// <summary>A type in the list's notation.</summary>
    public static ApiType Describe(Type type) =>
        ApiType.Parse([ApiNotation.HeaderOf(type), .. ApiNotation.MembersOf(type).Select(pair => "    " + pair.Text)]).Values.Single();

    // An override that repeats its base's declaration adds nothing a caller could name.
    private static bool IsHarmless(Type type, string text) => ApiNotation.MembersOf(type).First(pair => pair.Text == text).Member is var member &&
        text.Contains("override ", StringComparison.Ordinal) && WithoutKind(text) == WithoutKind(ApiNotation.Render(BaseOf(member)));

    private static MemberInfo BaseOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetBaseDefinition(),
        PropertyInfo property => property.GetAccessors(true)[0].GetBaseDefinition().DeclaringType!
            .GetProperty(property.Name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)!,
        _ => member,
    };

    private static string WithoutKind(string text) => text.Replace("override ", "", StringComparison.Ordinal)
        .Replace("virtual ", "", StringComparison.Ordinal).Replace("abstract ", "", StringComparison.Ordinal);
}
