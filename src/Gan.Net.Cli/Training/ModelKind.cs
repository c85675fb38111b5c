namespace Gan.Net.Cli.Training;

/// <summary>The models the tool knows.</summary>
internal enum ModelKind
{
    Mlp,
    Dcgan,
}
