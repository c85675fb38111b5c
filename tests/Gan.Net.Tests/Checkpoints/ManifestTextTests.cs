using System.Security.Cryptography;
using System.Text;
using Gan.Net.Checkpoints;
using Gan.Net.IO;

namespace Gan.Net.Tests.Checkpoints;

public sealed class ManifestTextTests
{
    private static readonly CheckpointManifest _manifest = new()
    {
        Format = CheckpointManifest.FormatName,
        Version = 1,
        Rounds = 7,
        BatchesDrawn = 14,
        SamplesSeen = 56,
        Score = 0.25,
        Players = [new ManifestPlayer { Name = "generator", Steps = 7, Layout = "2" }],
        States = ["ema"],
        Data = new ManifestData { BatchSize = 4, BatchesPerEpoch = 3, Sha256 = new string('0', 64) },
        Settings = new Dictionary<string, string> { ["Loss"] = "HingeLoss { }", ["odd"] = "\"quoted\"\n, \u00e9" },
        Files = [new ManifestFile { Name = "generator.safetensors", Bytes = 12, Sha256 = new string('1', 64) }],
    };

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var text = ManifestText.Write(_manifest);
        Assert.Equal(text, ManifestText.Write(ManifestText.Read(text, "m")));
        Assert.Equal(_manifest.Settings["odd"], ManifestText.Read(text, "m").Settings["odd"]);
    }

    [Fact]
    public void Read_AnyBitTurned_IsRefused()
    {
        foreach (var damaged in Hostile.BitFlips(ManifestText.Write(_manifest)))
        {
            Hostile.Refused(() => ManifestText.Read(damaged, "m"));
        }
    }

    [Fact]
    public void Read_CutOffAnywhere_IsRefused()
    {
        foreach (var damaged in Hostile.Truncations(ManifestText.Write(_manifest)))
        {
            Hostile.Refused(() => ManifestText.Read(damaged, "m"));
        }
    }

    [Fact]
    public void Read_LaterVersion_NamesBothVersions()
    {
        var text = Signed(Text(_manifest).Replace("\"version\": 1", "\"version\": 2, \"somethingNew\": [[[[1]]]]", StringComparison.Ordinal));

        var refusal = Assert.Throws<CheckpointVersionException>(() => ManifestText.Read(text, "run/manifest.json"));

        Assert.Equal("run/manifest.json is a checkpoint of version 2; this library reads up to version 1. Take the version of Gan.Net that wrote it, or a later one.", refusal.Message);
    }

    [Theory]
    [InlineData("\"rounds\": 7", "\"rounds\": -7", "A count is negative.")]
    [InlineData("\"steps\": 7", "\"steps\": -7", "A count is negative.")]
    [InlineData("\"batchSize\": 4", "\"batchSize\": 0", "The data has no batches.")]
    [InlineData("generator.safetensors", "../generator.safetensors", "A file has a name or a length that no checkpoint's file has.")]
    [InlineData("generator.safetensors", "manifest.json", "A file has a name or a length that no checkpoint's file has.")]
    [InlineData("generator.safetensors", "", "A file has a name or a length that no checkpoint's file has.")]
    [InlineData("\"bytes\": 12", "\"bytes\": -1", "A file has a name or a length that no checkpoint's file has.")]
    [InlineData("[\n    \"ema\"\n  ]", "[\"ema\", \"ema\"]", "Two states have one name.")]
    public void Read_SignedNonsense_IsRefused(string from, string to, string sentence)
    {
        var text = Text(_manifest);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var refusal = Assert.Throws<DataFormatException>(() => ManifestText.Read(Signed(text.Replace(from, to, StringComparison.Ordinal)), "m"));
        Assert.Equal($"m, offset 0: {sentence}", refusal.Message);
    }

    [Theory]
    [InlineData("\"rounds\": 7", "\"rounds\": 7, \"rounds\": 8")]
    [InlineData("\"rounds\": 7", "\"rounds\": 7, \"stranger\": 8")]
    [InlineData("\"rounds\": 7,", "")]
    [InlineData("\"rounds\": 7", "\"rounds\": null")]
    [InlineData("\"rounds\": 7", "\"rounds\": 7.5")]
    [InlineData("\"format\": \"Gan.Net checkpoint\"", "\"format\": \"another\"")]
    [InlineData("\"version\": 1", "\"version\": \"1\"")]
    [InlineData("\"name\": \"generator\"", "\"name\": null")]
    [InlineData("{", "[")]
    public void Read_SignedTextOfAnotherForm_IsRefused(string from, string to)
    {
        var text = Text(_manifest);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Assert.Throws<DataFormatException>(() => ManifestText.Read(Signed(text.Replace(from, to, StringComparison.Ordinal)), "m"));
    }

    [Fact]
    public void Write_TooLong_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ManifestText.Write(_manifest with { Settings = new Dictionary<string, string> { ["long"] = new('x', 1 << 20) } }));

    private static string Text(CheckpointManifest manifest)
    {
        var text = Encoding.UTF8.GetString(ManifestText.Write(manifest));
        return text[..text.LastIndexOf(",\n  \"sha256\"", StringComparison.Ordinal)];
    }

    private static byte[] Signed(string body) =>
        Encoding.UTF8.GetBytes($"{body},\n  \"sha256\": \"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}\"\n}}\n");
}
