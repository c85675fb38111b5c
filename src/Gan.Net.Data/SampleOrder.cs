namespace Gan.Net.Data;

/// <summary>The order in which an epoch goes through a set.</summary>
public enum SampleOrder
{
    /// <summary>A new order each epoch, which depends on seed and epoch only.</summary>
    Shuffled,

    /// <summary>The set's own order, in every epoch.</summary>
    Sequential,
}
