#!/usr/bin/env dotnet
// Trains two GANs and says where their pictures are: an MLP on a ring of eight Gaussians, and a DCGAN on drawn digits.
// What is there already is not done again.   dotnet run quickstart.cs

#:property PublishAot=false

using System.Diagnostics;
using System.Runtime.CompilerServices;

var root = Path.GetDirectoryName(SourceFile())!;
var tool = Path.Combine(root, "artifacts", "bin", "Gan.Net.Cli", "release", "gan-net.dll");
Console.WriteLine("building gan-net; the first time fetches the engine (130 MB)");
Start("msbuild", Path.Combine(root, "src", "Gan.Net.Cli", "Gan.Net.Cli.csproj"), "-restore", "-property:Configuration=Release", "-terminalLogger:off", "-verbosity:quiet", "-nologo");

Train("ring", "--model", "mlp", "--data", "ring");
Train("digits", "--model", "dcgan", "--data", "digits");

Console.WriteLine("\nWhat happened, on one page each; open them in a browser:");
foreach (var run in (string[])["ring", "digits"])
{
    Console.WriteLine($"  {Path.Combine(root, "runs", run, "report.html")}");
}

Console.WriteLine("Pictures, oldest first; the last one is the trained generator:");
foreach (var run in (string[])["ring", "digits"])
{
    var pictures = Path.Combine(root, "runs", run, "samples");
    Console.WriteLine($"  {pictures}\n    {Directory.EnumerateFiles(pictures, "*.png").Order(StringComparer.Ordinal).LastOrDefault()}");
}

Console.WriteLine($"More digits:\n  dotnet {Quoted(tool)} sample --run {Quoted(Path.Combine("runs", "digits"))} --count 100 --out more.png");

// A run that is there is not trained again; one that was ended by force starts again.
void Train(string name, params string[] settings)
{
    var run = Path.Combine("runs", name);
    var folder = Path.Combine(root, run);
    if (File.Exists(Path.Combine(folder, "generator.safetensors")))
    {
        Console.WriteLine($"{run} is trained already; remove it to train again.");
        return;
    }

    if (File.Exists(Path.Combine(folder, "config.json")))
    {
        Directory.Delete(folder, recursive: true);
    }

    Console.WriteLine($"gan-net train {string.Join(' ', settings)} --out {run}");
    Start([tool, "train", .. settings, "--out", run]);
}

void Start(params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root })!;
    process.WaitForExit();
    if (process.ExitCode != 0)
    {
        Environment.Exit(process.ExitCode);
    }
}

static string Quoted(string path) => path.Contains(' ') ? $"\"{path}\"" : path;

static string SourceFile([CallerFilePath] string path = "") => path;
