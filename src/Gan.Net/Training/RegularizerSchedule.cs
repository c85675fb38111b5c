using Gan.Net.Regularizers;

namespace Gan.Net.Training;

/// <summary>One player's regularizers and when each is due.</summary>
/// <typeparam name="T">The player's kind of regularizer.</typeparam>
internal sealed class RegularizerSchedule<T>
    where T : class, IRegularizer
{
    private readonly DueRegularizer<T>[] _mine;
    private readonly bool _always;

    /// <summary>Takes the regularizers of one kind out of all.</summary>
    /// <param name="all">All of a game's, in their order.</param>
    /// <param name="prefix">What stands before the names of their measures.</param>
    public RegularizerSchedule(IReadOnlyList<IRegularizer> all, string prefix)
    {
        _mine = [.. all.Select((regularizer, i) => regularizer is T mine ? new DueRegularizer<T>(mine, i, prefix + NameOf(all, i)) : null).OfType<DueRegularizer<T>>()];
        _always = Array.TrueForAll(_mine, due => due.Regularizer.Every == 1);
    }

    /// <summary>All of the kind.</summary>
    public IEnumerable<T> All => _mine.Select(due => due.Regularizer);

    /// <summary>Those due at a player's step, counted from 0.</summary>
    public DueRegularizer<T>[] DueAt(long step) => _always ? _mine : Array.FindAll(_mine, due => step % due.Regularizer.Every == 0);

    // Two of one type are told apart by their number.
    private static string NameOf(IReadOnlyList<IRegularizer> all, int index)
    {
        var name = all[index].GetType().Name;
        var before = all.Take(index).Count(other => other.GetType() == all[index].GetType());
        return before == 0 ? name : FormattableString.Invariant($"{name}.{before + 1}");
    }
}
