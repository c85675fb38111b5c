namespace Gan.Net.Data;

/// <summary>Which of the two labels of a CIFAR-100 picture is taken.</summary>
public enum Cifar100Labels
{
    /// <summary>One of 100 classes.</summary>
    Fine,

    /// <summary>One of 20 superclasses.</summary>
    Coarse,
}
