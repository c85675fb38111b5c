using Gan.Net.Training;

namespace Gan.Net.Checkpoints;

/// <summary>Compares what a checkpoint was made under with what there is now.</summary>
internal static class ManifestDifferences
{
    private const string OptimizerSuffix = ".Optimizer";

    public static List<string> Of(CheckpointManifest manifest, RunSettings settings, ManifestData data, CheckpointDifferences accepted)
    {
        var differences = new List<string>();
        foreach (var name in manifest.Settings.Keys.Union(settings.Values.Keys).Order(StringComparer.Ordinal))
        {
            if (accepted == CheckpointDifferences.AcceptOptimizers && name.EndsWith(OptimizerSuffix, StringComparison.Ordinal))
            {
                continue;
            }

            Compare(differences, name, manifest.Settings.GetValueOrDefault(name), settings.Values.GetValueOrDefault(name));
        }

        Compare(differences, "data, samples in a batch", $"{manifest.Data.BatchSize}", $"{data.BatchSize}");
        Compare(differences, "data, batches in an epoch", Endless(manifest.Data), Endless(data));
        Compare(differences, "data, digest of the first batch", manifest.Data.Sha256, data.Sha256);
        if (manifest.Data.Content is not null && data.Content is not null)
        {
            Compare(differences, "data, digest of all samples", manifest.Data.Content, data.Content);
        }

        return differences;
    }

    private static void Compare(List<string> differences, string name, string? then, string? now)
    {
        if (then != now)
        {
            differences.Add($"{name}: {then ?? "nothing"} in the checkpoint, {now ?? "nothing"} now");
        }
    }

    private static string Endless(ManifestData data) => data.BatchesPerEpoch is long count ? FormattableString.Invariant($"{count}") : "endless";
}
