using Gan.Net.Checkpoints;
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

    /// <summary>Makes the generator a run saved, with its weights. Its size is compared with the file's before anything is made.</summary>
    /// <exception cref="UserException">The settings describe no generator, or a larger one than the run saved.</exception>
    public static IGenerator LoadGenerator(RunFolder folder, RunConfig config)
    {
        var room = new FileInfo(folder.Generator).Length / sizeof(float);
        var needed = ModelSize.OfGenerator(config);
        if (needed > room)
        {
            throw new UserException($"'{folder.Config}' describes a generator of {needed:N0} weights; '{folder.Generator}' has room for {room:N0}.");
        }

        var generator = Made(folder, config);
        try
        {
            ModuleState.Load(generator.Module, folder.Generator);
            return generator;
        }
        catch
        {
            generator.Dispose();
            throw;
        }
    }

    private static IGenerator Made(RunFolder folder, RunConfig config)
    {
        try
        {
            return CreateGenerator(config);
        }
        catch (ArgumentException error)
        {
            throw new UserException($"'{folder.Config}' describes no generator: {Sentence.FirstLine(error.Message)}");
        }
    }

    public static IDiscriminator CreateDiscriminator(RunConfig config) => config switch
    {
        { Mlp: { } mlp } => new MlpDiscriminator(mlp.ForPacks(config.Recipe.PackSize)),
        { Dcgan: { } dcgan } => new DcganDiscriminator(dcgan.ForPacks(config.Recipe.PackSize)),
        _ => throw new UserException("The run's config.json names no model."),
    };
}
