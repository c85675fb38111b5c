using System.Text.RegularExpressions;

namespace Gan.Net.LibTorch.Tests;

/// <summary>One type of an interface listing, and how two listings of it are compared.</summary>
internal sealed partial record ApiType(string Kind, string Name, string Base, IReadOnlyList<string> Interfaces, IReadOnlyList<string> Members)
{
    /// <summary>Reads a listing: a header line for each type, its members indented below; <c>#</c> starts a remark.</summary>
    public static Dictionary<string, ApiType> Parse(IEnumerable<string> lines)
    {
        var types = new Dictionary<string, ApiType>();
        var members = new List<string>();
        foreach (var line in lines.Where(line => !line.StartsWith('#') && line.Length > 0))
        {
            if (line.StartsWith(' '))
            {
                members.Add(line.Trim());
            }
            else
            {
                var type = ParseHeader(line, members = []);
                types.Add(type.Name, type);
            }
        }

        return types;
    }

    /// <summary>Says in a line each what this type has that the listed one has not; lacking something is no difference.</summary>
    /// <param name="listed">The type as listed.</param>
    /// <param name="isHarmless">Whether a member that is not listed is still one that no caller can tell.</param>
    public IEnumerable<string> StrangersTo(ApiType listed, Func<string, bool> isHarmless)
    {
        if (Kind != listed.Kind)
        {
            yield return $"{Name} is a {Kind}; listed: {listed.Kind}";
        }

        if (Base != listed.Base)
        {
            yield return $"{Name} derives from {OrNothing(Base)}; listed: {OrNothing(listed.Base)}";
        }

        foreach (var stranger in Interfaces.Except(listed.Interfaces))
        {
            yield return $"{Name} implements {stranger}; listed: {OrNothing(string.Join(", ", listed.Interfaces))}";
        }

        foreach (var stranger in Members.Except(listed.Members).Where(member => !isHarmless(member)))
        {
            var namesakes = listed.Members.Where(member => ShortName(member) == ShortName(stranger)).ToList();
            yield return $"{Name}: {stranger}" + (namesakes.Count == 0
                ? "\n        listed: no member of that name"
                : string.Concat(namesakes.OrderBy(member => Distance(member, stranger)).Take(4).Select(member => $"\n        listed: {member}")));
        }
    }

    private static ApiType ParseHeader(string line, List<string> members)
    {
        var kind = KindPattern().Match(line).Value;
        var rest = line[(kind.Length + 1)..].Split(" : ");
        var parents = rest.Length > 1 ? SplitOutside(rest[1]).ToList() : [];
        var hasBase = parents.Count > 0 && !InterfacePattern().IsMatch(parents[0]);
        return new ApiType(
            kind, rest[0].Replace("<>", "", StringComparison.Ordinal), hasBase ? parents[0] : "", parents.Skip(hasBase ? 1 : 0).ToList(), members);
    }

    // Splits at the commas that no bracket encloses.
    private static IEnumerable<string> SplitOutside(string list)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '<' or '(' => 1, '>' or ')' => -1, _ => 0 };
            if (list[i] == ',' && depth == 0)
            {
                yield return list[start..i];
                start = i + 2;
            }
        }

        yield return list[start..];
    }

    private static string ShortName(string member) => NamePattern().Match(member).Value;

    private static int Distance(string one, string other)
    {
        var words = one.Split(' ', '(', ',', ')').ToHashSet();
        words.SymmetricExceptWith(other.Split(' ', '(', ',', ')'));
        return words.Count;
    }

    private static string OrNothing(string names) => names.Length == 0 ? "nothing" : names;

    [GeneratedRegex("^(static |abstract |sealed )?(class|struct|enum|interface|delegate)")]
    private static partial Regex KindPattern();

    [GeneratedRegex("^I[A-Z]")]
    private static partial Regex InterfacePattern();

    // The word before the parameter list, the accessors, the constant's value, or the end: what is left of a member without its types.
    [GeneratedRegex(@"\w+(?=(<[^(]*>)?\([^)]|(<[^(]*>)?\(\)|\[[^\]]*\] \{| \{| = |$)(?!\w)")]
    private static partial Regex NamePattern();
}
