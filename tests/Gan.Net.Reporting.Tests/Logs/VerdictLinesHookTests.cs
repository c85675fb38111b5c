using System.Text.Json;
using Gan.Net.Reporting.Tests.Support;

namespace Gan.Net.Reporting.Tests.Logs;

public sealed class VerdictLinesHookTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OnReport_NewVerdict_IsALineOnce()
    {
        var monitor = Verdicts.Monitor();
        using (var hook = new VerdictLinesHook(_folder.File("verdicts.jsonl"), monitor))
        {
            hook.OnReport(Reports.At(1), []);
            Assert.Empty(Lines());
            Verdicts.Diverge(monitor, 2);
            hook.OnReport(Reports.At(2), []);
            hook.OnReport(Reports.At(3), []);
            hook.OnEnd(Reports.End(3), []);
        }

        using var line = JsonDocument.Parse(Assert.Single(Lines()));
        var root = line.RootElement;
        Assert.Equal(["round", "samples", "kind", "value", "limit", "sentence", "remedies"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal((2, 16, "Divergence", "NaN", 10_000), (
            root.GetProperty("round").GetInt64(), root.GetProperty("samples").GetInt64(), root.GetProperty("kind").GetString(),
            root.GetProperty("value").GetString(), root.GetProperty("limit").GetDouble()));
        Assert.Equal("The run diverges: generator.loss is NaN (limit 1E+04 either way).", root.GetProperty("sentence").GetString());
        Assert.Equal(monitor.Verdicts[0].Remedies, root.GetProperty("remedies").EnumerateArray().Select(remedy => remedy.GetString()));
    }

    [Fact]
    public void OnEnd_VerdictOfTheLastRound_IsWritten()
    {
        var monitor = Verdicts.Monitor();
        using (var hook = new VerdictLinesHook(_folder.File("verdicts.jsonl"), monitor))
        {
            Verdicts.Diverge(monitor, 2);
            hook.OnEnd(Reports.End(2), []);
        }

        Assert.Single(Lines());
    }

    [Fact]
    public void Constructor_AfterRound_CutsLaterVerdicts()
    {
        File.WriteAllText(_folder.File("verdicts.jsonl"), "{\"round\":10}\n{\"round\":30}\n{\"rou");

        new VerdictLinesHook(_folder.File("verdicts.jsonl"), Verdicts.Monitor(), afterRound: 20).Dispose();

        Assert.Equal(["{\"round\":10}"], Lines());
    }

    private string[] Lines()
    {
        using var reader = new StreamReader(new FileStream(_folder.File("verdicts.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
