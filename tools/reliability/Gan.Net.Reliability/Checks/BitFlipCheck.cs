using Gan.Net.Checkpoints;
using Gan.Net.Imaging;
using Gan.Net.IO;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// One bit turned anywhere in a checkpoint or a picture is noticed, each time, and a trainer that was to be set to that checkpoint stays
/// as it is. Raw IDX and CIFAR files hold no digest, so nothing can be promised of them.
/// </summary>
internal sealed class BitFlipCheck : Check
{
    public override string Name => "bit-flips";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var flips = occasion.Count(brief: 60, full: 3_000);
        yield return Checkpoints(flips, Path.Combine(occasion.Folder, "run"));
        yield return Pictures(flips, Path.Combine(occasion.Folder, "picture.png"));
    }

    private static Figure Checkpoints(int flips, string folder)
    {
        using var game = new SmallGame();
        game.PlayTo(5);
        using var run = RunCheckpoints.Open(folder);
        run.Save(game.Trainer, game.Source);
        game.PlayTo(7);
        var stands = game.Digest();
        var files = Directory.GetFiles(run.FindNewest()!.Path);
        var (noticed, changed) = (0, 0);
        for (var i = 0; i < flips; i++)
        {
            var random = new SeededRandom(SeededRandom.Derive(37, (ulong)i));
            WithTurnedBit(files[i % files.Length], random, () => noticed += run.Resume(game.Trainer, game.Source) is null && run.Damages.Count == 1 ? 1 : 0);
            changed += game.Digest() == stands ? 0 : 1;
        }

        var loads = run.Resume(game.Trainer, game.Source) is not null;  // with every bit back in its place
        return new(
            $"{flips:N0} bits turned in the {files.Length} files of a checkpoint", "all noticed, the trainer as before", $"{noticed} of {flips}, {changed} changed",
            noticed == flips && changed == 0 && loads);
    }

    private static Figure Pictures(int flips, string path)
    {
        var random = new SeededRandom(41);
        var picture = new PixelImage(9, 7, 3);
        foreach (ref var value in picture.Pixels)
        {
            value = (byte)random.NextInt64(256);
        }

        PictureFile.Write(picture, path);
        var noticed = 0;
        for (var i = 0; i < flips; i++)
        {
            WithTurnedBit(path, random, () => noticed += IsRefusedOrTheSame(path, picture) ? 1 : 0);
        }

        return new($"{flips:N0} bits turned in a PNG file", "noticed, or the same picture", $"{noticed} of {flips}", noticed == flips && IsRefusedOrTheSame(path, picture));
    }

    private static bool IsRefusedOrTheSame(string path, PixelImage picture)
    {
        try
        {
            return PictureFile.Read(path).Pixels.SequenceEqual(picture.Pixels);
        }
        catch (DataFormatException)
        {
            return true;
        }
    }

    private static void WithTurnedBit(string path, SeededRandom random, Action act)
    {
        var sound = File.ReadAllBytes(path);
        var turned = sound.ToArray();
        turned[random.NextInt64(turned.Length)] ^= (byte)(1 << (int)random.NextInt64(8));
        File.WriteAllBytes(path, turned);
        act();
        File.WriteAllBytes(path, sound);
    }
}
