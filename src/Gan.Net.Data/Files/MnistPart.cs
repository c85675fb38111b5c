namespace Gan.Net.Data;

/// <summary>The two halves of the MNIST family's data sets.</summary>
public enum MnistPart
{
    /// <summary>The samples to train on; 60,000 for MNIST.</summary>
    Train,

    /// <summary>The samples to test with; 10,000 for MNIST.</summary>
    Test,
}
