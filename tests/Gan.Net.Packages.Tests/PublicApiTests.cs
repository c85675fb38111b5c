using System.Reflection;
using Gan.Net.Packages.Tests.Support;

namespace Gan.Net.Packages.Tests;

/// <summary>Each package's public interface equals its approved text. <c>GANNET_APPROVE=1</c> accepts what is there now.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Packages() =>
        ["Gan.Net", "Gan.Net.Mlp", "Gan.Net.Dcgan", "Gan.Net.Data", "Gan.Net.Evaluation", "Gan.Net.Features", "Gan.Net.Imaging", "Gan.Net.Monitoring", "Gan.Net.Reporting", "Gan.Net.Testing"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void PublicApi_OfPackage_IsTheApprovedOne(string package)
    {
        var approved = RepositoryFiles.At("tests", "Gan.Net.Packages.Tests", "Approved", package + ".txt");
        var actual = ApiText.Of(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable("GANNET_APPROVE") == "1")
        {
            File.WriteAllText(approved, actual);
        }

        var before = File.Exists(approved) ? File.ReadAllLines(approved) : [];
        var now = actual.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var changes = Difference(before, now);
        Assert.True(
            changes.Count == 0 && before.SequenceEqual(now),
            $"The public interface of {package} changed:\n{string.Join('\n', changes)}\nIf that is meant, run with GANNET_APPROVE=1 and commit {package}.txt.");
    }

    // Lines gone and lines come, each under the type it belongs to.
    private static List<string> Difference(string[] before, string[] now)
    {
        var old = Qualified(before).ToHashSet();
        var young = Qualified(now).ToHashSet();
        return [.. old.Except(young).Select(line => "- " + line), .. young.Except(old).Select(line => "+ " + line)];
    }

    private static IEnumerable<string> Qualified(string[] lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            type = line.StartsWith(' ') ? type : line.Split(" : ")[0];
            yield return line.StartsWith(' ') ? $"{type} | {line.Trim()}" : line;
        }
    }
}
