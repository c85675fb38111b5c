using System.Globalization;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>The memory a process holds stops growing: what no count of tensors shows.</summary>
internal sealed class ResidentCheck : Check
{
    private const long Kilobytes = 1024;

    public override string Name => "resident-memory";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var rounds = occasion.Count(brief: 600, full: 6_000);
        using var child = Children.Start(ResidentChild.Verb, rounds.ToString(CultureInfo.InvariantCulture));
        var held = child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => long.Parse(line, CultureInfo.InvariantCulture)).ToArray();
        child.WaitForExit();
        var (late, whole) = (held[2] - held[1], held[2] - held[0]);

        // A short run is still warming up, so only the whole is judged there.
        yield return new(
            $"{rounds:N0} rounds", occasion.IsLong ? "at most 2 MiB more in the second half, 32 MiB in all" : "at most 32 MiB more",
            FormattableString.Invariant($"{late / 1024.0:F1} MiB more in the second half, {whole / 1024.0:F1} MiB in all, of {held[2] / Kilobytes}"),
            (!occasion.IsLong || late <= 2 * Kilobytes) && whole <= 32 * Kilobytes && child.ExitCode == 0);
    }
}
