using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Calls that fail on arguments that are right.</summary>
internal static class ThrowingTraps
{
    public static IReadOnlyList<Trap> List { get; } =
    [
        new() { Row = "tensordot(…, long)", Call = "Tensor.tensordot(b, long)", Observed = "throws IndexOutOfRangeException", Try = () => ones(2, 3).tensordot(ones(3, 2), 1).Text() },
        new() { Row = "tensordot(…, long)", Call = "torch.tensordot(a, b, long)", Observed = "throws IndexOutOfRangeException", Try = () => tensordot(ones(2, 3), ones(3, 2), 1).Text() },
        new() { Row = "unflatten", Call = "Tensor.unflatten(-1, sizes)", Observed = "throws ArgumentException", Try = () => ones(2, 6).unflatten(-1, 2, 3).Text() },
        new() { Row = "torch.lstsq, use_deterministic_algorithms", Call = "torch.lstsq", Observed = "throws EntryPointNotFoundException", Try = () => lstsq(ones(3, 1), ones(3, 2)).Item1.Text() },
        new() { Row = "torch.lstsq, use_deterministic_algorithms", Call = "torch.use_deterministic_algorithms", Observed = "throws NotImplementedException", Try = Deterministic },
    ];

    // The compiler refuses the call itself.
    private static string Deterministic()
    {
        var call = typeof(torch).GetMethod("use_deterministic_algorithms")!;
        try
        {
            call.Invoke(null, [true, false]);
            return "came back";
        }
        catch (TargetInvocationException failure)
        {
            return $"throws {failure.InnerException!.GetType().Name}";
        }
    }
}
