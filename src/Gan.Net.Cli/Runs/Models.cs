using Gan.Net.Cli.CommandLine;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;

namespace Gan.Net.Cli.Runs;

/// <summary>Builds a run's networks from its settings.</summary>
internal static class Models
{
    public static IGenerator CreateGenerator(RunConfig config) => config switch
    {
        { Mlp: { } mlp } => new MlpGenerator(mlp),
        { Dcgan: { } dcgan } => new DcganGenerator(dcgan),
        _ => throw new UserException("The run's config.json names no model."),
    };

    public static IDiscriminator CreateDiscriminator(RunConfig config) => config switch
    {
        { Mlp: { } mlp } => new MlpDiscriminator(mlp),
        { Dcgan: { } dcgan } => new DcganDiscriminator(dcgan),
        _ => throw new UserException("The run's config.json names no model."),
    };
}
