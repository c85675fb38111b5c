using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Reliability.Games;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>
/// A checkpoint's manifest, changed with a digest that fits again: the checkpoint is opened, and a trainer set to it, which must be
/// unchanged when it is refused.
/// </summary>
internal sealed class ManifestFormat : FuzzFormat
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, NewLine = "\n" };
    private static readonly Lazy<string> _sound = new(Save);
    private static readonly SmallGame _game = new();

    public override string Name => "manifest";

    public override string FileName => Checkpoint.ManifestName;

    public override IReadOnlyList<byte[]> Seeds => [File.ReadAllBytes(Path.Combine(_sound.Value, Checkpoint.ManifestName))];

    public override long Read(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        CopyFiles(folder);
        var checkpoint = Checkpoint.Open(folder);
        var before = _game.Digest();
        try
        {
            checkpoint.Restore(_game.Trainer, _game.Source);
        }
        catch (CheckpointMismatchException)
        {
            if (_game.Digest() != before)
            {
                throw new InvalidOperationException("A checkpoint that was refused changed the trainer.");
            }
        }

        return Directory.GetFiles(folder).Sum(file => new FileInfo(file).Length);
    }

    public override bool IsTyped(Exception refusal) => refusal is DataFormatException or CheckpointReadException or CheckpointVersionException;

    // The other files of the checkpoint are read, too.
    public override long AllowedWhenRefused(byte[] file) => base.AllowedWhenRefused(file) + Directory.GetFiles(_sound.Value).Sum(path => new FileInfo(path).Length);

    public override byte[] ChangeFields(byte[] seed, SeededRandom random)
    {
        var json = JsonNode.Parse(seed)!.AsObject();
        json.Remove("sha256");
        for (var i = random.NextInt64(3); i >= 0; i--)
        {
            Change(json, random);
        }

        var text = json.ToJsonString(_indented);
        var body = text.EndsWith("\n}", StringComparison.Ordinal) ? text[..^2] : text;
        return Encoding.UTF8.GetBytes($"{body},\n  \"sha256\": \"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}\"\n}}\n");
    }

    private static void Change(JsonObject root, SeededRandom random)
    {
        var objects = Objects(root).Where(item => item.Count > 0).ToList();
        if (objects.Count == 0)
        {
            return;
        }

        var target = objects[(int)random.NextInt64(objects.Count)];
        var key = target.Select(pair => pair.Key).ElementAt((int)random.NextInt64(target.Count));
        switch (random.NextInt64(6))
        {
            case 0: target.Remove(key); break;
            case 1: target["more" + random.NextInt64(3)] = Odd(random); break;
            case 2 when target[key] is JsonArray { Count: > 0 } list: list.Add(list[0]!.DeepClone()); break;
            default: target[key] = Odd(random); break;
        }
    }

    private static JsonNode? Odd(SeededRandom random) => random.NextInt64(9) switch
    {
        0 => null,
        1 or 2 => JsonValue.Create(OddNumber(random)),
        3 => JsonValue.Create(""),
        4 => JsonValue.Create(Pick(random, "../generator.safetensors", "/etc/passwd", "nowhere.safetensors", "generator.safetensors", Checkpoint.ManifestName, new string('0', 64), new string('x', 5000))),
        5 => new JsonArray(JsonValue.Create(OddNumber(random))),
        6 => new JsonObject(),
        7 => JsonValue.Create(random.NextInt64(2) == 0),
        _ => JsonValue.Create(random.NextDouble()),
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.Select(pair => pair.Value).SelectMany(Objects).Prepend(item),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static void CopyFiles(string folder)
    {
        foreach (var file in Directory.GetFiles(_sound.Value).Where(file => Path.GetFileName(file) != Checkpoint.ManifestName))
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            if (!File.Exists(copy))
            {
                File.Copy(file, copy);
            }
        }
    }

    private static string Save()
    {
        var folder = Directory.CreateTempSubdirectory("gan-net-seeds-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var game = new SmallGame();
        game.PlayTo(3);
        using var run = RunCheckpoints.Open(folder);
        return run.Save(game.Trainer, game.Source);
    }
}
