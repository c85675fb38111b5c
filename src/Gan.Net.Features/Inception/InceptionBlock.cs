namespace Gan.Net.Features;

/// <summary>Which of the network's layers gives the features, averaged over the image.</summary>
public enum InceptionBlock
{
    /// <summary>After the first pooling: 64 features.</summary>
    FirstPooling,

    /// <summary>After the second pooling: 192 features.</summary>
    SecondPooling,

    /// <summary>Before the auxiliary classifier's place: 768 features.</summary>
    PreAuxiliary,

    /// <summary>The last layer: 2,048 features, FID's.</summary>
    Final,
}
