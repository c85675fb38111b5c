using System.Diagnostics;
using System.Text.Json;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>PyTorch's side: a Python process that waits while we run, and the other way round.</summary>
internal sealed class PyTorchPeer : IPeer
{
    private readonly Process _process;

    public PyTorchPeer()
    {
        _process = Start();
        Description = Answer();
    }

    public static string Python => Environment.GetEnvironmentVariable("GANNET_PYTHON") ?? "/usr/bin/python3";

    public static string Script => Path.Combine(AppContext.BaseDirectory, "Peers", "peers.py");

    public string Name => "python";

    /// <summary>Its version, and the library that multiplies its matrices.</summary>
    public string Description { get; }

    /// <inheritdoc/>
    public double Steps(PeerRow row, LatentReuse latents, int count)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { row = row.Name, latents = latents == LatentReuse.Fresh ? "fresh" : "shared", steps = count }));
        _process.StandardInput.Flush();
        return JsonDocument.Parse(Answer()).RootElement.GetProperty("seconds").GetDouble();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Answer() => _process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException(
            $"The PyTorch side ended. Install python3-torch and libopenblas0-pthread, or name a Python with torch in GANNET_PYTHON (now {Python}).");

    private static Process Start() => Process.Start(new ProcessStartInfo(Python, [Script])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        Environment = { ["OMP_NUM_THREADS"] = "2" },
    })!;
}
