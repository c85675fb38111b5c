using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Calls that give other values than they say.</summary>
internal static class WrongValueTraps
{
    private static Tensor Numbers => tensor(new[] { 1.0, 2.0, 4.0 });

    public static IReadOnlyList<Trap> List { get; } =
    [
        Gives("Tensor.var(false)", "[]: 0", () => Numbers.var(false)),
        Gives("torch.var(t, false)", "[]: 0", () => var(Numbers, false)),
        Gives("torch.var_mean(t, bool)", "[]: 0", () => var_mean(Numbers, true).Item1),
        Gives("torch.div(Tensor, Tensor, floor)", "[]: 0", () => div(tensor(-7.0), tensor(2.0), RoundingMode.floor)),
        Gives("torch.div(Tensor, Scalar, floor)", "[]: 0", () => div(tensor(-7.0), 2, RoundingMode.floor)),
        Gives("torch.divide(Tensor, Tensor, floor)", "[]: 0", () => divide(tensor(-7.0), tensor(2.0), RoundingMode.floor)),
        Gives("torch.divide(Tensor, Scalar, floor)", "[]: 0", () => divide(tensor(-7.0), 2, RoundingMode.floor)),
        Gives("torch.div_(Tensor, Tensor, floor)", "[]: 0", () => div_(tensor(-7.0), tensor(2.0), RoundingMode.floor)),
        Gives("torch.erfinv", "[]: 0", () => erfinv(tensor(0.5))),
        Gives("torch.special.erfinv", "[]: 0", () => special.erfinv(tensor(0.5))),
        Changes("torch.lgamma_", t => lgamma_(t)),
        Changes("torch.clamp_min_", t => clamp_min_(t, 3)),
        Changes("torch.clamp_max_", t => clamp_max_(t, 3)),
        new() { Call = "Tensor.elu_(double)", Observed = "", Try = () => InPlace(tensor(-1.0), t => t.elu_(1.0)) },
        Gives("Tensor.hardtanh", "[]: 0", () => tensor(5.0).hardtanh(-1, 1)),
        Gives("Tensor.baddbmm", "", () => full([1, 1, 1], 100.0).baddbmm(full([1, 1, 1], 2.0), full([1, 1, 1], 3.0))),
        Gives("torch.baddbmm", "", () => baddbmm(full([1, 1, 1], 100.0), full([1, 1, 1], 2.0), full([1, 1, 1], 3.0))),
        Gives("Tensor.quantile, dimension -1", "", () => tensor(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).quantile(tensor(0.5), -1)),
        Gives("Tensor.aminmax, dimension -1", "", () => tensor(new[,] { { 1.0, 2.0 }, { 3.0, 4.0 } }).aminmax(-1).min),
        new() { Call = "Tensor.std, a type", Observed = "", Try = () => ones(2, 2).std([0L], type: ScalarType.Float64).dtype.ToString() },
        new() { Call = "Tensor.var, a type", Observed = "", Try = () => ones(2, 2).var([0L], type: ScalarType.Float64).dtype.ToString() },
        new() { Call = "Tensor == null", Observed = "", Try = () => $"{Null(t => t.eq(null!))}, {Null(t => t.gt(null!))}, {Null(t => t.ge(null!))}" },
        Gives("[N, 1] - [N]", "", () => ones(2, 1) - ones(2)),
    ];

    private static string Null(Func<Tensor, Tensor> compare) => compare(tensor(1.0)) is { } result ? result.Text() : "null";

    private static Trap Gives(string call, string observed, Func<Tensor> attempt) => new() { Call = call, Observed = observed, Try = () => attempt().Text() };

    private static Trap Changes(string call, Action<Tensor> attempt) => new() { Call = call, Observed = "", Try = () => InPlace(Numbers, attempt) };

    private static string InPlace(Tensor tensor, Action<Tensor> attempt)
    {
        attempt(tensor);
        return tensor.Text();
    }
}
