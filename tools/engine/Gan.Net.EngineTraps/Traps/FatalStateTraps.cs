using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Numbers read back, random generators, threads and files that end the process.</summary>
internal static class FatalStateTraps
{
    public static IReadOnlyList<Trap> List { get; } =
    [
        Fatal("ToInt32() and the like", "ToInt32 of a number that does not fit", () => tensor(1L << 40).ToInt32()),
        Fatal("ToInt32() and the like", "ToInt16 of a number that does not fit", () => tensor(1L << 40).ToInt16()),
        Fatal("ToInt32() and the like", "ToByte of a number that does not fit", () => tensor(1L << 40).ToByte()),
        Fatal("ToInt32() and the like", "ToSByte of a number that does not fit", () => tensor(1L << 40).ToSByte()),
        Fatal("ToInt32() and the like", "ToSingle of a number that does not fit", () => tensor(1e300).ToSingle()),
        Fatal("ToInt32() and the like", "ToHalf of a number that does not fit", () => tensor(1e300).ToHalf()),
        Fatal("ToInt32() and the like", "ToInt64 of a number that does not fit", () => tensor(1e300).ToInt64()),
        Fatal("ToInt32() and the like", "ToInt64 of NaN", () => tensor(double.NaN).ToInt64()),
        Fatal("ToInt32() and the like", "Scalar.ToInt32 of a number that does not fit", () => ((Scalar)(1L << 40)).ToInt32()),
        Silent("rand, randperm", "torch.rand of a negative size", () => rand(-1)),
        Silent("rand, randperm", "torch.rand that finds no memory", () => rand(1L << 50)),
        Silent("rand, randperm", "torch.randperm of a negative number", () => randperm(-1)),
        new() { Row = "rand, randperm", Call = "empty and uniform_, no memory", Observed = "throws ExternalException", Try = () => Shows.Back(empty(1L << 50).uniform_(0, 1)) },
        Fatal("set_state, set_rng_state", "Generator.set_state, a state of another size", () => Do(() => new Generator(1).set_state(zeros(3, ScalarType.Byte)))),
        Fatal("set_state, set_rng_state", "Generator.set_state, a state of another type", () => Do(() => new Generator(1).set_state(zeros(3)))),
        Fatal("set_state, set_rng_state", "Generator.set_state, bytes that are no state", () => Do(() => new Generator(1).set_state(full_like(new Generator(1).get_state(), 255)))),
        Fatal("rand, randperm", "torch.random.set_rng_state, a state of another size", () => Do(() => random.set_rng_state(zeros(3, ScalarType.Byte)))),
        Fatal("set_num_threads, set_num_interop_threads", "torch.set_num_threads(0)", () => Do(() => set_num_threads(0))),
        Fatal("set_num_threads, set_num_interop_threads", "torch.set_num_interop_threads twice", () => Do(() => { set_num_interop_threads(2); set_num_interop_threads(3); })),
        new() { Row = "TensorExtensionMethods.Load", Call = "TensorExtensionMethods.Load of a damaged type", Observed = "[2] of type 22", Try = LoadDamaged },
    ];

    private static Trap Fatal(string row, string call, Func<object?> attempt) => FatalMathTraps.Fatal(row, call, attempt);

    private static object? Do(Action call)
    {
        call();
        return null;
    }

    // A handle to nothing: whoever looks at it, the collector included, may end the process or read what is not there.
    private static Trap Silent(string row, string call, Func<Tensor> attempt) => new() { Row = row, Call = call, Observed = "came back", SpoilsTheProcess = true, Try = () => Shows.Back(attempt()) };

    // A tensor's record starts with its type. TorchSharp knows none of this number.
    private static string LoadDamaged()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            ones(2).Save(writer);
        }

        var bytes = stream.ToArray();
        bytes[0] = 22;
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var loaded = TensorExtensionMethods.Load(reader);
        return $"[{string.Join(", ", loaded.shape)}] of type {loaded.dtype}";
    }
}
