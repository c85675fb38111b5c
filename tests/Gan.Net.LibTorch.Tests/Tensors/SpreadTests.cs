using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Standard deviations and variances.</summary>
public sealed class SpreadTests
{
    private static readonly ReferenceCases Cases = new ReferenceCases("spread")
        {
            { "std_mean/std_mean", x => Both(x["input"].std_mean()) },
            { "std_mean/torch.std_mean", x => Both(torch.std_mean(x["input"])) },
            { "std_mean_biased/std_mean", x => Both(x["input"].std_mean(false)) },
            { "std_mean_biased/torch.std_mean", x => Both(torch.std_mean(x["input"], false)) },
            { "std_mean_1/std_mean", x => Both(x["input"].std_mean(1)) },
            { "std_mean_1/torch.std_mean", x => Both(torch.std_mean(x["input"], 1)) },
            { "std_mean_1/std_mean array", x => Both(x["input"].std_mean(new long[] { 1 })) },
            { "std_mean_1/torch.std_mean array", x => Both(torch.std_mean(x["input"], new long[] { 1 })) },
            { "std_mean_02_keep_biased/std_mean pair", x => Both(x["input"].std_mean((0, 2), false, true)) },
            { "std_mean_02_keep_biased/torch.std_mean pair", x => Both(torch.std_mean(x["input"], (0, 2), false, true)) },
            { "std_mean_02_keep_biased/std_mean array", x => Both(x["input"].std_mean(new long[] { 0, 2 }, false, true)) },
            { "std_mean_02_keep_biased/torch.std_mean array", x => Both(torch.std_mean(x["input"], new long[] { 0, 2 }, false, true)) },
            { "std_mean_02_keep_biased/std_mean span", x => Both(x["input"].std_mean(stackalloc long[] { 0, 2 }, false, true)) },
            { "std_mean_02_keep_biased/torch.std_mean span", x => Both(torch.std_mean(x["input"], stackalloc long[] { 0, 2 }, false, true)) },
            { "std_mean_012/std_mean", x => Both(x["input"].std_mean((0, 1, 2))) },
            { "std_mean_012/torch.std_mean", x => Both(torch.std_mean(x["input"], (0, 1, 2))) },
            { "var_mean/var_mean", x => Both(x["input"].var_mean()) },
            { "var_mean/torch.var_mean", x => Both(torch.var_mean(x["input"])) },
            { "var_mean_biased/var_mean", x => Both(x["input"].var_mean(false)) },
            { "var_mean_biased/torch.var_mean", x => Both(torch.var_mean(x["input"], false)) },
            { "var_mean_1/var_mean", x => Both(x["input"].var_mean(1)) },
            { "var_mean_1/torch.var_mean", x => Both(torch.var_mean(x["input"], 1)) },
            { "var_mean_1/var_mean array", x => Both(x["input"].var_mean(new long[] { 1 })) },
            { "var_mean_1/torch.var_mean array", x => Both(torch.var_mean(x["input"], new long[] { 1 })) },
            { "var_mean_02_keep_biased/var_mean pair", x => Both(x["input"].var_mean((0, 2), false, true)) },
            { "var_mean_02_keep_biased/torch.var_mean pair", x => Both(torch.var_mean(x["input"], (0, 2), false, true)) },
            { "var_mean_02_keep_biased/var_mean array", x => Both(x["input"].var_mean(new long[] { 0, 2 }, false, true)) },
            { "var_mean_02_keep_biased/torch.var_mean array", x => Both(torch.var_mean(x["input"], new long[] { 0, 2 }, false, true)) },
            { "var_mean_02_keep_biased/var_mean span", x => Both(x["input"].var_mean(stackalloc long[] { 0, 2 }, false, true)) },
            { "var_mean_02_keep_biased/torch.var_mean span", x => Both(torch.var_mean(x["input"], stackalloc long[] { 0, 2 }, false, true)) },
            { "var_mean_012/var_mean", x => Both(x["input"].var_mean((0, 1, 2))) },
            { "var_mean_012/torch.var_mean", x => Both(torch.var_mean(x["input"], (0, 1, 2))) },
        }
        .Unary("std", x => x.std(), null, x => torch.std(x))
        .Unary("std", x => x.std(false), null, x => torch.std(x, false), like: "std_biased")
        .Unary("std", x => x.std(1), null, x => torch.std(x, 1), like: "std_1")
        .Unary("std pair", x => x.std((0, 2), false, true), null, x => torch.std(x, (0, 2), false, true), like: "std_02_keep_biased")
        .Unary("std array", x => x.std(new long[] { 0, 2 }, false, true), null, x => torch.std(x, new long[] { 0, 2 }, false, true), like: "std_02_keep_biased")
        .Unary("std span", x => x.std(stackalloc long[] { 0, 2 }, false, true), like: "std_02_keep_biased")
        .Unary("std", x => x.std((0, 1, 2)), null, x => torch.std(x, (0, 1, 2)), like: "std_012")
        .Unary("var", x => x.var(), null, x => torch.var(x))
        .Unary("var", x => x.var(false), null, x => torch.var(x, false), like: "var_biased")
        .Unary("var", x => x.var(1), null, x => torch.var(x, 1), like: "var_1")
        .Unary("var pair", x => x.var((0, 2), false, true), null, x => torch.var(x, (0, 2), false, true), like: "var_02_keep_biased")
        .Unary("var array", x => x.var(new long[] { 0, 2 }, false, true), null, x => torch.var(x, new long[] { 0, 2 }, false, true), like: "var_02_keep_biased")
        .Unary("var span", x => x.var(stackalloc long[] { 0, 2 }, false, true), like: "var_02_keep_biased")
        .Unary("var", x => x.var((0, 1, 2)), null, x => torch.var(x, (0, 1, 2)), like: "var_012");

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    private static Tensor[] Both((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];
}
