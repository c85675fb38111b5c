using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gan.Net.Checkpoints;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;
using Gan.Net.Training;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>A run's config.json: read, and the generator made that it describes.</summary>
internal sealed class ConfigFormat : FuzzFormat
{
    private static readonly MlpOptions _mlp = MlpOptions.Ring with { GeneratorWidths = [30, 20], DiscriminatorWidths = [4] };

    private static readonly RunConfig _plain = new()
    {
        Tool = "1",
        Engine = "2",
        LibTorch = "3",
        Started = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        CommandLine = ["train", "--data", "idx:é.idx"],
        Data = "idx:é.idx",
        SampleShape = [2],
        Rounds = 10,
        Seed = 5,
        Device = "cpu",
        Threads = 2,
        Recipe = Recipes.R3Gan,
    };

    public override string Name => "config";

    public override string FileName => "config.json";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Written(_plain with { Mlp = _mlp }),
        Written(_plain with { Dcgan = new DcganOptions { ImageSize = 8, Width = 2, Channels = 1, Latent = new LatentSpace { Size = 3, Prior = LatentPrior.Uniform } }, Epochs = 3 }),
    ];

    public override long Read(string path)
    {
        var folder = Folder(path);
        var config = folder.ReadConfig();
        try
        {
            using var generator = Models.LoadGenerator(folder, config);
        }
        catch (StateMismatchException)
        {
        }

        return 0;
    }

    public override bool IsTyped(Exception refusal) => refusal is UserException;

    // Blanks after the object and line ends are JSON's own business: cut there, it is the same object.
    public override bool IsWholeAt(byte[] seed, int length) => Encoding.UTF8.GetString(seed, 0, length).TrimEnd() == Encoding.UTF8.GetString(seed).TrimEnd();

    public override byte[] ChangeFields(byte[] seed, SeededRandom random)
    {
        var json = JsonNode.Parse(seed)!;
        for (var i = random.NextInt64(3); i >= 0; i--)
        {
            Change(json, random);
        }

        return Encoding.UTF8.GetBytes(json.ToJsonString(new JsonSerializerOptions { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals }));
    }

    private static void Change(JsonNode root, SeededRandom random)
    {
        var objects = Objects(root).Where(item => item.Count > 0).ToList();
        if (objects.Count == 0)
        {
            return;
        }

        var target = objects[(int)random.NextInt64(objects.Count)];
        var key = target.Select(pair => pair.Key).ElementAt((int)random.NextInt64(target.Count));
        switch (random.NextInt64(5))
        {
            case 0: target.Remove(key); break;
            case 1: target["more" + random.NextInt64(3)] = Odd(random); break;
            default: target[key] = Odd(random); break;
        }
    }

    private static JsonNode? Odd(SeededRandom random) => random.NextInt64(10) switch
    {
        0 => null,
        1 => JsonValue.Create(OddNumber(random)),
        2 => JsonValue.Create(OddNumber(random) * 1e30),
        3 => JsonValue.Create(""),
        4 => JsonValue.Create(Pick(random, "Batch", "Uniform", "None", "NaN", "9", "cuda:9", new string('x', 5000))),
        5 => new JsonArray(JsonValue.Create(OddNumber(random)), JsonValue.Create(OddNumber(random))),
        6 => new JsonArray(),
        7 => new JsonObject(),
        8 => JsonValue.Create(random.NextInt64(2) == 0),
        _ => JsonValue.Create(random.NextDouble()),
    };

    // Beside it lies the larger seed's generator.
    private static RunFolder Folder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var file = Path.Combine(folder, "generator.safetensors");
        if (!File.Exists(file))
        {
            using var generator = new MlpGenerator(_mlp);
            ModuleState.Save(generator, file);
        }

        return RunFolder.ForExisting(folder);
    }

    private static byte[] Written(RunConfig config) => JsonSerializer.SerializeToUtf8Bytes(config, RunConfigJson.Run);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.Select(pair => pair.Value).SelectMany(Objects).Prepend(item),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
