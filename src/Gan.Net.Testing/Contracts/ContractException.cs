namespace Gan.Net.Testing;

/// <summary>A loss, penalty, model or layer broke a promise; the message says which ones and how.</summary>
public sealed class ContractException : Exception
{
    internal ContractException(string subject, IReadOnlyList<(string Clause, string Problem)> broken, Exception? cause)
        : base(Describe(subject, broken), cause)
    {
        Subject = subject;
        BrokenClauses = [.. broken.Select(pair => pair.Clause)];
    }

    /// <summary>Who broke them: the type's name.</summary>
    public string Subject { get; }

    /// <summary>The names of the broken clauses, at least one.</summary>
    public IReadOnlyList<string> BrokenClauses { get; }

    private static string Describe(string subject, IReadOnlyList<(string Clause, string Problem)> broken) => broken.Count == 1
        ? $"{subject} breaks \"{broken[0].Clause}\": {broken[0].Problem}"
        : $"{subject} breaks {broken.Count} clauses:" + string.Concat(broken.Select(pair => $"\n- \"{pair.Clause}\": {pair.Problem}"));
}
