using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Calls that make handles nobody sees, or none where one is expected.</summary>
internal static class HandleTraps
{
    public static IReadOnlyList<Trap> List { get; } =
    [
        new() { Row = "zero_(), gelu_()", Call = "Tensor.zero_()", Observed = "another object, 1 new in the scope", Try = () => Made(t => t.zero_()) },
        new() { Row = "zero_(), gelu_()", Call = "Tensor.gelu_()", Observed = "another object, 1 new in the scope", Try = () => Made(t => t.gelu_()) },
        new() { Row = "1 - t, 1 / t", Call = "1 - t", Observed = "another object, 2 new in the scope", Try = () => Made(t => 1 - t) },
        new() { Row = "1 - t, 1 / t", Call = "1 / t", Observed = "another object, 2 new in the scope", Try = () => Made(t => 1 / t) },
        new() { Row = "torch.cat", Call = "torch.cat of one tensor", Observed = "[2]: 7 7", Try = Alias },
    ];

    private static string Made(Func<Tensor, Tensor> call)
    {
        using var scope = NewDisposeScope();
        var input = ones(3);
        var before = scope.DisposablesCount;
        var result = call(input);
        return $"{(ReferenceEquals(result, input) ? "the tensor itself" : "another object")}, {scope.DisposablesCount - before} new in the scope";
    }

    private static string Alias()
    {
        var one = ones(2);
        var joined = cat([one]);
        one.fill_(7);
        return joined.Text();
    }
}
