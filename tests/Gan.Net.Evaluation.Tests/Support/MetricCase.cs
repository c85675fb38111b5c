using System.Text.Json;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Support;

/// <summary>One case of <c>tests/Fixtures/metrics.json</c>: features, and what NumPy makes of them.</summary>
internal sealed class MetricCase
{
    private static readonly Lazy<JsonDocument> _file = new(() => JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Fixture("metrics.json"))));

    private readonly JsonElement _case;

    public MetricCase(string name) => _case = _file.Value.RootElement.GetProperty(name);

    /// <summary>The number at a path such as "fid", "1".</summary>
    public double Number(params string[] path) => Find(path).GetDouble();

    /// <summary>The list of numbers at a path.</summary>
    public double[] Numbers(params string[] path) => [.. Find(path).EnumerateArray().Select(item => item.GetDouble())];

    /// <summary>The table at a path, float64 <c>[rows, columns]</c> on the CPU.</summary>
    public Tensor Table(params string[] path)
    {
        var rows = Find(path).EnumerateArray().Select(row => row.EnumerateArray().Select(item => item.GetDouble()).ToArray()).ToArray();
        return tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length]);
    }

    /// <summary>Feeds both sides to a metric, in batches of uneven size.</summary>
    public void Feed(IMetric metric, string deviceName = "cpu")
    {
        using var scope = NewDisposeScope();
        foreach (var batch in Table("real").to(device(deviceName)).split([11, 1, .. Rest("real", 12)]))
        {
            metric.AddReal(batch);
        }

        foreach (var batch in Table("generated").to(device(deviceName)).split([7, .. Rest("generated", 7)]))
        {
            metric.AddGenerated(batch);
        }
    }

    private long[] Rest(string side, int taken) => [Find([side]).GetArrayLength() - taken];

    private JsonElement Find(string[] path) => path.Aggregate(_case, (element, key) => element.GetProperty(key));
}
