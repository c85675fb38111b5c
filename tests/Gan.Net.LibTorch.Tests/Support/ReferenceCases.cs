using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>
/// The cases of one fixture file and, for each, the members that must reproduce it. An entry's label is <c>case</c>, or
/// <c>case/member</c> when the member's name is not the case's or several members share one case; a word after a space
/// tells entries of the same member apart:
/// <code>
/// private static readonly ReferenceCases Cases = new("arithmetic")
/// {
///     { "add", x => x["input"].add(x["other"]) },
///     { "add/op_Addition", x => x["input"] + x["other"] },
///     { "add/torch.add", x => torch.add(x["input"], x["other"]) },
/// };
/// public static TheoryData&lt;string&gt; Labels => Cases.Labels;
/// [Theory, MemberData(nameof(Labels))] public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);
/// [Fact] public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();
/// </code>
/// </summary>
/// <param name="area">The file's name in <c>tests/Fixtures</c>, without <c>.json</c>.</param>
internal sealed class ReferenceCases(string area) : IEnumerable
{
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly Dictionary<string, Dictionary<string, ReferenceTensor>> recorded = Load(area);
    private readonly Dictionary<string, Func<Dictionary<string, Tensor>, Tensor[]>> entries = [];

    /// <summary>The labels, for a theory.</summary>
    public TheoryData<string> Labels => new(entries.Keys);

    /// <summary>The members that some entry exercises.</summary>
    public IEnumerable<string> Members => entries.Keys.Select(label => label[(label.IndexOf('/') + 1)..].Split(' ')[0]);

    /// <summary>
    /// Adds an entry with one output. The inputs are leaves that require gradients; a body may put another leaf in a
    /// name's place, such as a module's parameter, whose gradient is then the one compared.
    /// </summary>
    public void Add(string label, Func<Dictionary<string, Tensor>, Tensor> body) => entries.Add(label, inputs => [body(inputs)]);

    /// <summary>Adds an entry with several outputs, in the order of <c>output, output1, ...</c>.</summary>
    public void Add(string label, Func<Dictionary<string, Tensor>, Tensor[]> body) => entries.Add(label, body);

    /// <summary>Runs an entry and compares every output and every gradient.</summary>
    public void Run(string label) => Run(label, entries[label]);

    /// <summary>Runs a body outside the table against the label's case.</summary>
    public void Run(string label, Func<Dictionary<string, Tensor>, Tensor[]> body)
    {
        using var scope = NewDisposeScope();
        var tensors = recorded[CaseOf(label)];
        var inputs = MakeInputs(tensors);
        var outputs = body(inputs);
        Assert.Equal(tensors.Keys.Count(IsOutput), outputs.Length);
        for (var i = 0; i < outputs.Length; i++)
        {
            tensors["output" + Suffix(i)].AssertLike(outputs[i], $"{label}, output {i}");
        }

        Differentiate(tensors, outputs);
        AssertGradients(label, tensors, inputs);
    }

    /// <summary>Fails when a case of the file is run by no entry, or an entry has no case.</summary>
    public void AssertComplete()
    {
        var run = entries.Keys.Select(CaseOf).ToHashSet();
        Assert.Empty(recorded.Keys.Except(run));
        Assert.Empty(run.Except(recorded.Keys));
    }

    IEnumerator IEnumerable.GetEnumerator() => entries.Keys.GetEnumerator();

    private static Dictionary<string, Tensor> MakeInputs(Dictionary<string, ReferenceTensor> tensors)
    {
        var inputs = new Dictionary<string, Tensor>();
        foreach (var (name, tensor) in tensors.Where(pair => !IsOutput(pair.Key) && !IsOf(pair.Key, "upstream") && !IsGradient(pair.Key)))
        {
            var leaf = tensor.Make();
            leaf.requires_grad = is_floating_point(tensor.Type);
            inputs.Add(name, leaf);
        }

        return inputs;
    }

    private static void Differentiate(Dictionary<string, ReferenceTensor> tensors, Tensor[] outputs)
    {
        var roots = new List<Tensor>();
        var upstreams = new List<Tensor>();
        for (var i = 0; i < outputs.Length; i++)
        {
            if (tensors.TryGetValue("upstream" + Suffix(i), out var upstream))
            {
                roots.Add(outputs[i]);
                upstreams.Add(upstream.Make());
            }
        }

        if (roots.Count > 0)
        {
            autograd.backward(roots, upstreams);
        }
    }

    private static void AssertGradients(string label, Dictionary<string, ReferenceTensor> tensors, Dictionary<string, Tensor> inputs)
    {
        foreach (var (name, leaf) in inputs)
        {
            var gradient = leaf.grad;
            if (tensors.TryGetValue("grad_" + name, out var expected))
            {
                Assert.True(gradient is not null, $"{label}: no gradient reached {name}.");
                expected.AssertLike(gradient, $"{label}, gradient of {name}");
            }
            else
            {
                Assert.True(gradient is null, $"{label}: a gradient reached {name}, where PyTorch gives none.");
            }
        }
    }

    private static string CaseOf(string label) => label.Split('/')[0];

    private static string Suffix(int position) => position == 0 ? "" : $"{position}";

    private static bool IsOutput(string name) => IsOf(name, "output");

    private static bool IsGradient(string name) => name.StartsWith("grad_", StringComparison.Ordinal);

    private static bool IsOf(string name, string kind) =>
        name.StartsWith(kind, StringComparison.Ordinal) && name.AsSpan(kind.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static Dictionary<string, Dictionary<string, ReferenceTensor>> Load(string area)
    {
        using var file = File.OpenRead(RepositoryFiles.Fixture(area + ".json"));
        return JsonSerializer.Deserialize<CaseFile>(file, Options)!.Cases.ToDictionary(one => one.Name, one => one.Tensors);
    }

    private sealed record CaseFile([property: JsonPropertyName("cases")] Case[] Cases);

    private sealed record Case(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("tensors")] Dictionary<string, ReferenceTensor> Tensors);
}
