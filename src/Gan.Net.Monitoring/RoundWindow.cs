namespace Gan.Net.Monitoring;

/// <summary>The last rounds' values of something, as far as they were reported.</summary>
/// <typeparam name="T">What is kept of a round.</typeparam>
/// <param name="rounds">How many rounds back it reaches, at least 1.</param>
internal sealed class RoundWindow<T>(long rounds)
{
    private readonly Queue<(long Round, T Value)> _values = new();
    private long _last = long.MinValue;

    /// <summary>Whether it has seen enough rounds to be judged by.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The values, the oldest first.</summary>
    public IEnumerable<T> Values => _values.Select(pair => pair.Value);

    /// <summary>Takes a round's value, and forgets those out of reach. A round that is no later than the last starts over.</summary>
    public void Add(long round, T value)
    {
        if (round <= _last)
        {
            _values.Clear();
            IsFull = false;
        }

        _last = round;
        _values.Enqueue((round, value));
        while (_values.Peek().Round <= round - rounds)
        {
            _values.Dequeue();
            IsFull = true;
        }
    }
}
