namespace Gan.Net.Cli.Training;

/// <summary>The data the tool knows.</summary>
internal enum DataKind
{
    Ring,
    Grid,
    Digits,
    Mnist,
    Idx,
    Cifar10,
    Cifar100,
    Images,
}
