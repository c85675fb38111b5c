using Gan.Net.IO;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Checkpoints;

/// <summary>
/// Saves a module's parameters and buffers as a safetensors file and loads them back. A load checks everything first and copies
/// last: a module is never half loaded. Names are those of the module's state dict.
/// </summary>
public static class ModuleState
{
    /// <summary>Saves parameters and persistent buffers. A tensor that the module knows by two names is stored under both.</summary>
    /// <param name="module">The module, on any device.</param>
    /// <param name="path">The file; one that is there is replaced in a single step.</param>
    /// <param name="metadata">Texts to store beside them, or null.</param>
    /// <exception cref="ArgumentException">The module has no state, or an element type the format lacks.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(nn.Module module, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        Save(module.state_dict(), path, metadata);
    }

    /// <summary>Saves named tensors.</summary>
    /// <param name="state">The tensors by name, on any device.</param>
    /// <param name="path">The file; one that is there is replaced in a single step.</param>
    /// <param name="metadata">Texts to store beside them, or null.</param>
    /// <exception cref="ArgumentException">There is no tensor, or one of an element type the format lacks.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save(IReadOnlyDictionary<string, Tensor> state, string path, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Count == 0)
        {
            throw new ArgumentException("There is no tensor to save.", nameof(state));
        }

        var entries = state.Select(pair => Describe(pair.Key, pair.Value));
        SafeTensorsFile.Write(path, entries, (entry, stream) => WriteContent(state[entry.Name], stream), metadata);
    }

    /// <summary>
    /// Loads parameters and persistent buffers, all of them, with the module's own names and shapes. Floats of another type (F16, BF16, F32,
    /// F64) are converted to the module's; whole numbers must be of its types.
    /// </summary>
    /// <param name="module">The module; keeps its device and its tensors, whose content changes.</param>
    /// <param name="path">The file.</param>
    /// <param name="nonFinite">Whether NaN and infinity are taken.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="DataFormatException">The file is no sound safetensors file.</exception>
    /// <exception cref="StateMismatchException">The file does not fit; the module is unchanged.</exception>
    public static void Load(nn.Module module, string path, NonFiniteValues nonFinite = NonFiniteValues.Refuse)
    {
        ArgumentNullException.ThrowIfNull(module);
        Load(module.state_dict(), path, nonFinite);
    }

    /// <summary>Loads named tensors into those of the same names.</summary>
    /// <param name="state">The tensors to overwrite, by name.</param>
    /// <param name="path">The file.</param>
    /// <param name="nonFinite">Whether NaN and infinity are taken.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="DataFormatException">The file is no sound safetensors file.</exception>
    /// <exception cref="StateMismatchException">The file does not fit; the tensors are unchanged.</exception>
    public static void Load(IReadOnlyDictionary<string, Tensor> state, string path, NonFiniteValues nonFinite = NonFiniteValues.Refuse)
    {
        ArgumentNullException.ThrowIfNull(state);
        using var file = SafeTensorsFile.Open(path);
        RequireFit(state, file);

        using var scope = NewDisposeScope();
        using var still = no_grad();
        var fresh = file.Tensors.Select(entry => (state[entry.Name], Read(file, entry))).ToList();
        if (nonFinite == NonFiniteValues.Refuse)
        {
            RequireFinite(file, fresh.Select(pair => pair.Item2));
            RequireRoom(file, fresh);
        }

        foreach (var (target, source) in fresh)
        {
            target.copy_(source);
        }
    }

    internal static SafeTensorEntry Describe(string name, Tensor tensor) =>
        new(name, TensorTypes.ToFile(tensor.dtype) ?? throw new ArgumentException($"'{name}' has the type {tensor.dtype}, which safetensors lacks."), tensor.shape);

    private static void WriteContent(Tensor tensor, Stream stream)
    {
        using var scope = NewDisposeScope();
        stream.Write(tensor.detach().cpu().contiguous().bytes);
    }

    internal static Tensor Read(SafeTensorsFile file, SafeTensorEntry entry)
    {
        var tensor = empty([.. entry.Shape], TensorTypes.FromFile(entry.Type));
        file.Read(entry, tensor.bytes);
        return tensor;
    }

    private static void RequireFit(IReadOnlyDictionary<string, Tensor> state, SafeTensorsFile file)
    {
        var problems = new List<string>();
        foreach (var name in state.Keys.Union(file.Tensors.Select(entry => entry.Name)).Order(StringComparer.Ordinal))
        {
            var entry = file.Find(name);
            if (entry is null)
            {
                problems.Add($"'{name}' is missing");
            }
            else if (!state.TryGetValue(name, out var tensor))
            {
                problems.Add($"'{name}' is not known to the module");
            }
            else if (Describe(name, tensor) is var expected && !Takes(expected, entry))
            {
                problems.Add($"found '{entry}', expected '{expected}'");
            }
        }

        if (problems.Count > 0)
        {
            throw new StateMismatchException(file.Path, problems);
        }
    }

    // Other floats of the same shape are converted: weights are passed on as halves, and by NumPy as doubles.
    private static bool Takes(SafeTensorEntry expected, SafeTensorEntry entry) =>
        expected.Type == entry.Type ? expected.ToString() == entry.ToString() : IsFloat(expected.Type) && IsFloat(entry.Type) && expected.Shape.SequenceEqual(entry.Shape);

    private static bool IsFloat(SafeTensorType type) => type is SafeTensorType.F16 or SafeTensorType.BF16 or SafeTensorType.F32 or SafeTensorType.F64;

    private static void RequireRoom(SafeTensorsFile file, IEnumerable<(Tensor Target, Tensor Source)> pairs)
    {
        var problems = file.Tensors.Zip(pairs)
            .Where(pair => pair.Second.Target.dtype != pair.Second.Source.dtype && !pair.Second.Source.to(pair.Second.Target.dtype).isfinite().all().ToBoolean())
            .Select(pair => $"'{pair.First.Name}' holds a number too large for {pair.Second.Target.dtype}")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (problems.Count > 0)
        {
            throw new StateMismatchException(file.Path, problems);
        }
    }

    private static void RequireFinite(SafeTensorsFile file, IEnumerable<Tensor> tensors)
    {
        var problems = file.Tensors.Zip(tensors)
            .Where(pair => !FiniteCheck.IsFinite(pair.Second.dtype, pair.Second.bytes))
            .Select(pair => $"'{pair.First.Name}' holds NaN or infinity")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (problems.Count > 0)
        {
            throw new StateMismatchException(file.Path, problems);
        }
    }
}
