using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Modules, their names and their files.</summary>
internal static class ModuleTraps
{
    // Things of PyTorch that TorchSharp has under no name.
    private static readonly string[] _missing = ["spectral_norm", "AveragedModel", "GradScaler", "autocast", "empty_cache", "CUDAGraph", "all_reduce"];

    public static IReadOnlyList<Trap> List { get; } =
    [
        new() { Call = "A child in a field _tail", Observed = "", Try = () => Keys(new WithField()) },
        new() { Call = "A child in a primary constructor's parameter", Observed = "", Try = () => Keys(new WithParameter(Linear(2, 2)).Registered()) },
        new() { Call = "A child in a field with ComponentName", Observed = "", Try = () => Keys(new WithName()) },
        new() { Call = "new Generator(seed, CUDA)", Observed = "", Try = () => $"says {new Generator(1, new Device(DeviceType.CUDA)).device.type}, its state has {new Generator(1, new Device(DeviceType.CUDA)).get_state().numel()} bytes, a CPU generator's {new Generator(1).get_state().numel()}" },
        new() { Call = string.Join(", ", _missing), Observed = "", Try = Missing },
        new() { Call = "Module.load of a file cut short", Observed = "", Try = LoadCut },
        new() { Call = "Module.save over a file", Observed = "", Try = SaveOver },
    ];

    private static string Keys(nn.Module module) => module.state_dict().Count == 0 ? "no keys" : string.Join(", ", module.state_dict().Keys);

    private static string Missing()
    {
        var names = typeof(Tensor).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)).Select(member => member.Name);
        var found = _missing.Intersect(names, StringComparer.OrdinalIgnoreCase).ToArray();
        return found.Length == 0 ? "none of them exists" : string.Join(", ", found);
    }

    private static string LoadCut()
    {
        using var stream = new MemoryStream();
        using (var saved = Linear(2, 2))
        {
            saved.weight!.fill_(5);
            saved.bias!.fill_(5);
            saved.save(stream);
        }

        using var still = no_grad();
        using var model = Linear(2, 2);
        model.weight!.fill_(1);
        model.bias!.fill_(1);
        var failure = "nothing";
        try
        {
            model.load(new MemoryStream(stream.ToArray()[..^4]));
        }
        catch (Exception thrown) when (thrown is IOException or ArgumentException)
        {
            failure = thrown.GetType().Name;
        }

        return $"throws {failure}; weight {model.weight!.Text()}, bias {model.bias!.Text()}";
    }

    // Whoever has the old file open sees it change: it is written into, not replaced.
    private static string SaveOver()
    {
        var path = Path.Combine(Path.GetTempPath(), $"gan-net-trap-{Environment.ProcessId}.dat");
        try
        {
            File.WriteAllText(path, "old");
            using var reader = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var model = Linear(2, 2);
            model.save(path);
            return reader.Length == 3 ? "the old file stays whole" : "the old file is overwritten in place";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private sealed class WithField : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> _tail = Linear(2, 2);

        public WithField()
            : base(nameof(WithField)) => RegisterComponents();

        public override Tensor forward(Tensor input) => _tail.call(input);
    }

    private sealed class WithName : Module<Tensor, Tensor>
    {
        [TorchSharp.Utils.ComponentName(Name = "layers")]
        private readonly Module<Tensor, Tensor> _tail = Linear(2, 2);

        public WithName()
            : base(nameof(WithName)) => RegisterComponents();

        public override Tensor forward(Tensor input) => _tail.call(input);
    }

    private sealed class WithParameter(Module<Tensor, Tensor> tail) : Module<Tensor, Tensor>(nameof(WithParameter))
    {
        public WithParameter Registered()
        {
            RegisterComponents();
            return this;
        }

        public override Tensor forward(Tensor input) => tail.call(input);
    }
}
