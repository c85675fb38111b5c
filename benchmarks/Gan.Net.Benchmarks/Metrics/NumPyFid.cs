using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gan.Net.Benchmarks.Peers;

namespace Gan.Net.Benchmarks.Metrics;

/// <summary>NumPy's and SciPy's FID: a Python process that waits while we compute, and the other way round.</summary>
internal sealed class NumPyFid : IDisposable
{
    private readonly Process _process;

    public NumPyFid(FeatureFiles files, int features)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Metrics", "fid.py");
        _process = Process.Start(new ProcessStartInfo(PyTorchPeer.Python, [script, files.RealPath, files.GeneratedPath, features.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>The seconds of one FID and its value; null when the Python lacks SciPy.</summary>
    /// <param name="way"><c>sqrtm</c>, as pytorch-fid computes it, or <c>eigvals</c>, as torch-fidelity does.</param>
    public (double Seconds, double Value)? Compute(string way)
    {
        _process.StandardInput.WriteLine(way);
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The NumPy side ended. Name a Python with NumPy in GANNET_PYTHON (now {PyTorchPeer.Python}).");
        var answer = JsonDocument.Parse(line).RootElement;
        return answer.TryGetProperty("missing", out _) ? null : (answer.GetProperty("seconds").GetDouble(), answer.GetProperty("value").GetDouble());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
