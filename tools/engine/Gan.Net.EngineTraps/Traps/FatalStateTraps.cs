using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Numbers read back, random generators, threads and files that end the process.</summary>
internal static class FatalStateTraps
{
    public static IReadOnlyList<Trap> List { get; } =
    [
        Fatal("ToInt32 of a number that does not fit", () => tensor(1L << 40).ToInt32()),
        Fatal("ToInt16 of a number that does not fit", () => tensor(1L << 40).ToInt16()),
        Fatal("ToByte of a number that does not fit", () => tensor(1L << 40).ToByte()),
        Fatal("ToSByte of a number that does not fit", () => tensor(1L << 40).ToSByte()),
        Fatal("ToSingle of a number that does not fit", () => tensor(1e300).ToSingle()),
        Fatal("ToHalf of a number that does not fit", () => tensor(1e300).ToHalf()),
        Fatal("ToInt64 of a number that does not fit", () => tensor(1e300).ToInt64()),
        Fatal("ToInt64 of NaN", () => tensor(double.NaN).ToInt64()),
        Fatal("Scalar.ToInt32 of a number that does not fit", () => ((Scalar)(1L << 40)).ToInt32()),
        Fatal("torch.rand of a negative size", () => rand(-1)),
        Fatal("torch.rand that finds no memory", () => rand(1L << 50)),
        Fatal("torch.rand_like that finds no memory", () => rand_like(ones(1).expand(1L << 50))),
        Fatal("torch.randperm of a negative number", () => randperm(-1)),
        Fatal("torch.randperm that finds no memory", () => randperm(1L << 50)),
        Fatal("Generator.set_state, a state of another size", () => Do(() => new Generator(1).set_state(zeros(3, ScalarType.Byte)))),
        Fatal("Generator.set_state, a state of another type", () => Do(() => new Generator(1).set_state(zeros(3)))),
        Fatal("Generator.set_state, bytes that are no state", () => Do(() => new Generator(1).set_state(full_like(new Generator(1).get_state(), 255)))),
        Fatal("torch.random.set_rng_state, a state of another size", () => Do(() => random.set_rng_state(zeros(3, ScalarType.Byte)))),
        Fatal("torch.set_num_threads(0)", () => Do(() => set_num_threads(0))),
        Fatal("torch.set_num_interop_threads twice", () => Do(() => { set_num_interop_threads(2); set_num_interop_threads(3); })),
        Fatal("Module.load of a file with a damaged type", () => LoadDamaged()),
    ];

    private static Trap Fatal(string call, Func<object?> attempt) => FatalMathTraps.Fatal(call, attempt);

    private static object? Do(Action call)
    {
        call();
        return null;
    }

    // The name's length, the name, then the type: a letter in its place.
    private static nn.Module LoadDamaged()
    {
        using var stream = new MemoryStream();
        using var model = nn.Linear(2, 2);
        model.save(stream);
        var bytes = stream.ToArray();
        bytes[TypePlace(bytes)] = 0x7F;
        return model.load(new MemoryStream(bytes));
    }

    internal static int TypePlace(byte[] bytes) => bytes.AsSpan().IndexOf("weight"u8) + "weight"u8.Length;
}
