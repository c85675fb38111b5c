namespace Gan.Net.Testing;

/// <summary>One promise of a contract, and how to see whether it is kept. Immutable; thread-safe if the check is.</summary>
/// <typeparam name="T">What makes the promise.</typeparam>
public sealed class Clause<T>
    where T : class
{
    private readonly Func<T, string?> _look;

    /// <summary>Writes a clause.</summary>
    /// <param name="name">The promise in a few words, unique in its contract, such as "terms have the logits' shape".</param>
    /// <param name="look">Says what is wrong, or null when the promise is kept. Whatever it throws is taken for a broken promise too.</param>
    public Clause(string name, Func<T, string?> look)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(look);
        Name = name;
        _look = look;
    }

    /// <summary>The promise in a few words.</summary>
    public string Name { get; }

    /// <summary>Looks whether the promise is kept.</summary>
    /// <param name="subject">Who made it.</param>
    /// <exception cref="ContractException">It is not; the message says what is wrong.</exception>
    public void Check(T subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (Look(subject) is { } problem)
        {
            throw new ContractException(Subject.Name(subject), [(Name, problem.Text)], problem.Cause);
        }
    }

    /// <summary>The promise, as test runners show it.</summary>
    public override string ToString() => Name;

    internal (string Text, Exception? Cause)? Look(T subject)
    {
        try
        {
            return _look(subject) is { } text ? (text, null) : null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return ($"It threw {failure.GetType().Name}: {failure.Message}", failure);
        }
    }
}
