using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Calls that give other values than they say.</summary>
internal static class WrongValueTraps
{
    private static Tensor Numbers => tensor(new[] { 1.0, 2.0, 4.0 });

    public static IReadOnlyList<Trap> List { get; } =
    [
        Gives("var(false)", "Tensor.var(false)", "[]: 2.3333", () => Numbers.var(false)),
        Gives("var(false)", "torch.var(t, false)", "[]: 2.3333", () => var(Numbers, false)),
        Gives("torch.var_mean", "torch.var_mean(t, bool)", "[]: 1.5275", () => var_mean(Numbers, true).Item1),
        Gives("torch.div, torch.divide", "torch.div(Tensor, Tensor, floor)", "[]: -3.5", () => div(tensor(-7.0), tensor(2.0), RoundingMode.floor)),
        Gives("torch.div, torch.divide", "torch.div(Tensor, Scalar, floor)", "[]: -3.5", () => div(tensor(-7.0), 2, RoundingMode.floor)),
        Gives("torch.div, torch.divide", "torch.divide(Tensor, Tensor, floor)", "[]: -3.5", () => divide(tensor(-7.0), tensor(2.0), RoundingMode.floor)),
        Gives("torch.div, torch.divide", "torch.divide(Tensor, Scalar, floor)", "[]: -3.5", () => divide(tensor(-7.0), 2, RoundingMode.floor)),
        Gives("torch.div, torch.divide", "torch.div_(Tensor, Tensor, floor)", "[]: -3.5", () => div_(tensor(-7.0), tensor(2.0), RoundingMode.floor)),
        Gives("torch.erfinv", "torch.erfinv", "[]: 0.5205", () => erfinv(tensor(0.5))),
        Changes("torch.lgamma_, torch.clamp_min_, torch.clamp_max_", "torch.lgamma_", "[3]: 1 2 4", t => lgamma_(t)),
        Changes("torch.lgamma_, torch.clamp_min_, torch.clamp_max_", "torch.clamp_min_", "[3]: 1 2 4", t => clamp_min_(t, 3)),
        Changes("torch.lgamma_, torch.clamp_min_, torch.clamp_max_", "torch.clamp_max_", "[3]: 1 2 4", t => clamp_max_(t, 3)),
        new() { Row = "elu_(double)", Call = "Tensor.elu_(double)", Observed = "[]: -1", Try = () => InPlace(tensor(-1.0), t => t.elu_(1.0)) },
        Gives("Tensor.hardtanh", "Tensor.hardtanh", "[]: 5", () => tensor(5.0).hardtanh(-1, 1)),
        Gives("baddbmm", "Tensor.baddbmm", "[1, 1, 1]: 203", () => full([1, 1, 1], 100.0).baddbmm(full([1, 1, 1], 2.0), full([1, 1, 1], 3.0))),
        Gives("baddbmm", "torch.baddbmm", "[1, 1, 1]: 203", () => baddbmm(full([1, 1, 1], 100.0), full([1, 1, 1], 2.0), full([1, 1, 1], 3.0))),
        Gives("quantile, aminmax", "Tensor.quantile, dimension -1", "[]: 2.5", () => tensor(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).quantile(tensor(0.5), -1)),
        Gives("quantile, aminmax", "Tensor.aminmax, dimension -1", "[]: 1", () => tensor(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).aminmax(-1).min),
        new() { Row = "std, var with a type", Call = "Tensor.std, a type", Observed = "Float32", Try = () => ones(2, 2).std([0L], type: ScalarType.Float64).dtype.ToString() },
        new() { Row = "std, var with a type", Call = "Tensor.var, a type", Observed = "Float32", Try = () => ones(2, 2).var([0L], type: ScalarType.Float64).dtype.ToString() },
        new() { Row = "eq, gt, ge with null", Call = "Tensor == null", Observed = "[]: 0, []: 0, []: 0", Try = () => $"{Null(t => t.eq(null!))}, {Null(t => t.gt(null!))}, {Null(t => t.ge(null!))}" },
        Gives("[N, 1] - [N]", "[N, 1] - [N]", "[2, 2]: 0 0 0 0", () => ones(2, 1) - ones(2)),
    ];

    private static string Null(Func<Tensor, Tensor> compare) => compare(tensor(1.0)) is { } result ? result.Text() : "null";

    private static Trap Gives(string row, string call, string observed, Func<Tensor> attempt) => new() { Row = row, Call = call, Observed = observed, Try = () => attempt().Text() };

    private static Trap Changes(string row, string call, string observed, Action<Tensor> attempt) => new() { Row = row, Call = call, Observed = observed, Try = () => InPlace(Numbers, attempt) };

    private static string InPlace(Tensor tensor, Action<Tensor> attempt)
    {
        attempt(tensor);
        return tensor.Text();
    }
}
