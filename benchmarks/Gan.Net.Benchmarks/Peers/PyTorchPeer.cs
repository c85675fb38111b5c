using System.Diagnostics;
using System.Text.Json;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>PyTorch's side: a Python process that waits while we run, and the other way round.</summary>
internal sealed class PyTorchPeer : IDisposable
{
    private readonly Process _process;

    public PyTorchPeer()
    {
        _process = Start();
        Steps("ring", "textbook", LatentReuse.Fresh, 1);
    }

    public static string Python => Environment.GetEnvironmentVariable("GANNET_PYTHON") ?? "/usr/bin/python3";

    public static string Script => Path.Combine(AppContext.BaseDirectory, "Peers", "peers.py");

    /// <summary>Plays rounds and returns the seconds they took, as Python's own clock saw them.</summary>
    public double Steps(string row, string loop, LatentReuse latents, int count)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { row, loop, latents = latents == LatentReuse.Fresh ? "fresh" : "shared", steps = count }));
        _process.StandardInput.Flush();
        var answer = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The PyTorch side ended. Install python3-torch, or name a Python with torch in GANNET_PYTHON (now {Python}).");
        return JsonDocument.Parse(answer).RootElement.GetProperty("seconds").GetDouble();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process Start() => Process.Start(new ProcessStartInfo(Python, [Script])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        Environment = { ["OMP_NUM_THREADS"] = "2" },
    })!;
}
