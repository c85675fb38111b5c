using System.CommandLine;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Training;

namespace Gan.Net.Cli.Training;

/// <summary><c>gan-net train</c>: its options.</summary>
internal static class TrainCommand
{
    private static readonly Option<string?> _model = Options.Choice("--model", "The networks: fully connected, or convolutional for square pictures.", "mlp", "dcgan");
    private static readonly Option<string?> _recipe = Options.Choice("--recipe", "A paper's settings.", [.. Recipes.All.Select(recipe => recipe.Name)]);
    private static readonly Option<string> _data = Options.Text("--data", DataName.Syntax, "What to learn: points on a ring or grid, drawn digits, or files.");
    private static readonly Option<string?> _loss = Options.Choice("--loss", "The game's objective. Default non-saturating, or the recipe's.", Losses.Saturating, Losses.NonSaturating);
    private static readonly Option<long?> _epochs = Options.WholeNumber("--epochs", "Passes over the data, for data in files.", 1);
    private static readonly Option<long?> _steps = Options.WholeNumber("--steps", "Rounds: one step of each network.", 1);
    private static readonly Option<long?> _batch = Options.WholeNumber("--batch", "Samples in a step.", 1, 1 << 20);
    private static readonly Option<double?> _learningRate = Options.Positive("--learning-rate", "The optimizers' step size, for both networks.");
    private static readonly Option<double?> _generatorRate = Options.Positive("--generator-rate", "The generator's step size.");
    private static readonly Option<double?> _discriminatorRate = Options.Positive("--discriminator-rate", "The discriminator's step size.");
    private static readonly Option<long?> _width = Options.WholeNumber("--width", "dcgan: channels of the stage next to the picture. Default 64.", 1, 4096);
    private static readonly Option<long?> _classes = Options.WholeNumber("--classes", "Classes of labelled data that can then be asked for one by one. Default none.", 2, 100_000);
    private static readonly Option<long?> _seed = Options.WholeNumber("--seed", "Fixes weights, data and order. Default 0.", 0, long.MaxValue);
    private static readonly Option<string?> _device = Options.Choice("--device", "Where to compute. Default cpu.", "cpu", "cuda");
    private static readonly Option<bool> _tensorBoard = new("--tensorboard") { Description = "Write TensorBoard events too, into RUN/tensorboard." };
    private static readonly Option<long?> _checkpointEvery = Options.WholeNumber("--checkpoint-every", "Rounds between two checkpoints. Default a tenth of the run, and every two minutes.", 1);
    private static readonly Option<string> _resume = Options.Text("--resume", "RUN", "Goes on with the run in this folder, from its newest checkpoint and under its own settings; only rates may be others, and --data where the data was moved.");
    private static readonly Option<string> _out = Options.Text("--out", "RUN", "The run's folder; must be new or empty.");

    public static Command Create()
    {
        // They are, but not beside --resume; Read asks for them.
        _data.Required = false;
        _out.Required = false;
        _resume.Required = false;
        var command = new Command("train", "Trains a GAN and keeps settings, numbers, pictures and the generator in a folder. Ctrl+C stops after the step and keeps what was learnt.")
        {
            _model, _recipe, _data, _loss, _epochs, _steps, _batch, _learningRate, _generatorRate, _discriminatorRate, _width, _classes, _seed, _device, _tensorBoard, _checkpointEvery, _out, _resume,
        };
        command.SetAction(parsed => parsed.GetValue(_resume) is { } run ? Resume(parsed, run) : TrainRun.Start(Read(parsed)));
        return command;
    }

    private static int Resume(ParseResult parsed, string run)
    {
        Option[] settings = [_model, _recipe, _loss, _epochs, _steps, _batch, _width, _classes, _seed, _device, _tensorBoard, _out];
        var given = settings.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false });
        Require(given is null, $"--resume goes on under the settings of the run; leave out {given?.Name}.");
        var both = parsed.GetValue(_learningRate);
        RequireOneRate(parsed);
        return TrainRun.Resume(new ResumeRequest
        {
            Run = run,
            Data = parsed.GetValue(_data) is { } data ? DataName.Parse(data) : null,
            GeneratorRate = parsed.GetValue(_generatorRate) ?? both,
            DiscriminatorRate = parsed.GetValue(_discriminatorRate) ?? both,
            CheckpointEvery = parsed.GetValue(_checkpointEvery),
        });
    }

    private static TrainRequest Read(ParseResult parsed)
    {
        foreach (var option in (Option[])[_data, _out])
        {
            Require(parsed.GetResult(option) is not null, $"Option '{option.Name}' is required.");
        }

        var data = DataName.Parse(parsed.GetRequiredValue(_data));
        var request = new TrainRequest
        {
            Model = ModelFor(parsed.GetValue(_model), parsed.GetValue(_recipe), data),
            Recipe = parsed.GetValue(_recipe),
            Data = data,
            DataText = parsed.GetRequiredValue(_data),
            Loss = parsed.GetValue(_loss),
            Epochs = parsed.GetValue(_epochs),
            Steps = parsed.GetValue(_steps),
            BatchSize = (int?)parsed.GetValue(_batch),
            LearningRate = parsed.GetValue(_learningRate),
            GeneratorRate = parsed.GetValue(_generatorRate),
            DiscriminatorRate = parsed.GetValue(_discriminatorRate),
            Width = (int?)parsed.GetValue(_width),
            Classes = (int)(parsed.GetValue(_classes) ?? 0),
            Seed = parsed.GetValue(_seed) ?? 0,
            Device = parsed.GetValue(_device) ?? "cpu",
            TensorBoard = parsed.GetValue(_tensorBoard),
            CheckpointEvery = parsed.GetValue(_checkpointEvery),
            Out = parsed.GetRequiredValue(_out),
        };
        Require(request.Epochs is null || request.Steps is null, "--epochs and --steps both say how long to train; give one of them.");
        RequireOneRate(parsed);
        Require(
            request.Recipe is not ("pacgan-2d" or "unrolled-2d") || request.Data.IsPoints,
            $"--recipe {request.Recipe} is for points in the plane; take --data ring or --data grid.");
        Require(request.Recipe is not "pacgan-2d" || request.Classes == 0, "--recipe pacgan-2d judges packs, which have no class; leave --classes out.");
        Require(request.Model == ModelKind.Dcgan || request.Width is null, "--width belongs to --model dcgan; leave it out.");
        Require(request.Model != ModelKind.Dcgan || !request.Data.IsPoints, "--model dcgan makes pictures, and this data is points in the plane; take --model mlp.");
        return request;
    }

    private static void RequireOneRate(ParseResult parsed) => Require(
        parsed.GetValue(_learningRate) is null || (parsed.GetValue(_generatorRate) is null && parsed.GetValue(_discriminatorRate) is null),
        "--learning-rate is for both networks; leave it out, or --generator-rate and --discriminator-rate.");

    // A recipe is at home with either model; what the data is decides where the user does not.
    private static ModelKind ModelFor(string? model, string? recipe, DataName data) => model switch
    {
        "dcgan" => ModelKind.Dcgan,
        "mlp" => ModelKind.Mlp,
        _ when recipe is null => throw new UserException("--model mlp or --model dcgan says which networks; or take a --recipe."),
        _ => data.IsPoints ? ModelKind.Mlp : ModelKind.Dcgan,
    };

    private static void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new UserException(sentence);
        }
    }
}
