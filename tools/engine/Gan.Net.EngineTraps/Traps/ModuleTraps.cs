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
        new() { Row = "Children of modules", Call = "A child in a field _tail", Observed = "_tail.weight, _tail.bias", Try = () => Keys(new WithField()) },
        new() { Row = "Children of modules", Call = "A child in a primary constructor's parameter", Observed = "<tail>P.weight, <tail>P.bias", Try = () => Keys(new WithParameter(Linear(2, 2)).Registered()) },
        new() { Row = "Children of modules", Call = "A child nobody registers", Observed = "no keys", Try = () => Keys(new WithParameter(Linear(2, 2))) },
        new() { Row = "Children of modules", Call = "A child in a field with ComponentName", Observed = "layers.weight, layers.bias", Try = () => Keys(new WithName()) },
        new() { Row = "new Generator(seed, CUDA)", Call = "new Generator(seed, CUDA)", Observed = "says CUDA, its state has 5056 bytes, a CPU generator's 5056", Try = () => $"says {new Generator(1, new Device(DeviceType.CUDA)).device.type}, its state has {new Generator(1, new Device(DeviceType.CUDA)).get_state().numel()} bytes, a CPU generator's {new Generator(1).get_state().numel()}" },
        new() { Row = "What is not there", Call = string.Join(", ", _missing), Observed = "none of them exists", Try = Missing },
        new() { Row = "Module.load, Module.save", Call = "Module.load of a file cut short", Observed = "throws EndOfStreamException; weight [2, 2]: 5 5 5 5, bias [2]: 5 1", Try = LoadCut },
        new() { Row = "Module.load, Module.save", Call = "Module.save over a file", Observed = "the old file is overwritten in place", Try = SaveOver },
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
        using var still = no_grad();
        using (var saved = Linear(2, 2))
        {
            saved.weight!.fill_(5);
            saved.bias!.fill_(5);
            saved.save(stream);
        }

        using var model = Linear(2, 2);
        model.weight!.fill_(1);
        model.bias!.fill_(1);
        var failure = "nothing";
        try
        {
            model.load(new MemoryStream(stream.ToArray()[..^4]));
        }
        catch (Exception thrown) when (thrown is IOException or ArgumentException or System.Runtime.InteropServices.ExternalException)
        {
            failure = thrown.GetType().Name;
        }

        return $"throws {failure}; weight {model.weight!.Text()}, bias {model.bias!.Text()}";
    }

    // A link stays a link where the file behind it is written into; a file put in its place would replace the link.
    private static string SaveOver()
    {
        var folder = Directory.CreateTempSubdirectory("gan-net-trap-");
        try
        {
            var (file, link) = (Path.Combine(folder.FullName, "file"), Path.Combine(folder.FullName, "link"));
            File.WriteAllText(file, "old");
            File.CreateSymbolicLink(link, file);
            using var model = Linear(2, 2);
            model.save(link);
            return File.ReadAllText(file) == "old" ? "the old file stays whole" : "the old file is overwritten in place";
        }
        finally
        {
            folder.Delete(recursive: true);
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
