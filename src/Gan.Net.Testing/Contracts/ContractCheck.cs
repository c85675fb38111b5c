namespace Gan.Net.Testing;

/// <summary>Holds a subject to all clauses of a contract.</summary>
internal static class ContractCheck
{
    public static void Run<T>(IReadOnlyList<Clause<T>> clauses, T subject)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(subject);
        var broken = clauses.Select(clause => (clause.Name, Problem: clause.Look(subject))).Where(pair => pair.Problem is not null).ToArray();
        if (broken.Length > 0)
        {
            throw new ContractException(
                Subject.Name(subject),
                [.. broken.Select(pair => (pair.Name, pair.Problem!.Value.Text))],
                broken.Select(pair => pair.Problem!.Value.Cause).FirstOrDefault(cause => cause is not null));
        }
    }
}
