using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Gan.Net.LibTorch.Tests;

public sealed class LossCaseTests
{
    internal static readonly ReferenceCases Cases = MakeCases();

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Loss_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    private static ReferenceCases MakeCases()
    {
        var cases = new ReferenceCases("nn-losses")
        {
            { "BCEWithLogitsLoss weighted/BCEWithLogitsLoss", x => BCEWithLogitsLoss(x["weight"].detach(), pos_weights: x["positive"].detach()).call(x["input"], Target(x)) },
            { "CrossEntropyLoss weighted/CrossEntropyLoss", x => new TorchSharp.Modules.CrossEntropyLoss(x["weight"].detach(), 1, label_smoothing: 0.1).call(x["input"], x["target"]) },
            { "CrossEntropyLoss weighted/cross_entropy", x => F.cross_entropy(x["input"], x["target"], x["weight"].detach(), 1, label_smoothing: 0.1) },
            { "CrossEntropyLoss pictures/CrossEntropyLoss", x => CrossEntropyLoss().call(x["input"], x["target"]) },
            { "NLLLoss weighted/NLLLoss", x => NLLLoss(x["weight"].detach()).call(x["input"], x["target"]) },
            { "KLDivLoss probabilities/KLDivLoss", x => KLDivLoss(log_target: false, Reduction.Sum).call(x["input"], x["target"]) },
        };
        AddReductions(cases, "none", Reduction.None);
        AddReductions(cases, "mean", Reduction.Mean);
        AddReductions(cases, "sum", Reduction.Sum);
        return cases;
    }

    private static void AddReductions(ReferenceCases cases, string name, Reduction reduction)
    {
        cases.Add($"BCELoss {name}/BCELoss", x => BCELoss(x["weight"].detach(), reduction).call(x["input"], Target(x)));
        cases.Add($"BCELoss {name}/binary_cross_entropy", x => F.binary_cross_entropy(x["input"], Target(x), x["weight"].detach(), reduction));
        cases.Add($"BCEWithLogitsLoss {name}/BCEWithLogitsLoss", x => BCEWithLogitsLoss(reduction: reduction).call(x["input"], Target(x)));
        cases.Add($"BCEWithLogitsLoss {name}/binary_cross_entropy_with_logits", x => F.binary_cross_entropy_with_logits(x["input"], Target(x), reduction: reduction));
        cases.Add($"CrossEntropyLoss {name}/CrossEntropyLoss", x => CrossEntropyLoss(reduction: reduction).call(x["input"], x["target"]));
        cases.Add($"CrossEntropyLoss {name}/cross_entropy", x => F.cross_entropy(x["input"], x["target"], reduction: reduction));
        cases.Add($"NLLLoss {name}/NLLLoss", x => NLLLoss(reduction: reduction).call(x["input"], x["target"]));
        cases.Add($"NLLLoss {name}/nll_loss", x => F.nll_loss(x["input"], x["target"], reduction: reduction));
        cases.Add($"MSELoss {name}/MSELoss", x => MSELoss(reduction).call(x["input"], x["target"]));
        cases.Add($"MSELoss {name}/mse_loss", x => F.mse_loss(x["input"], x["target"], reduction));
        cases.Add($"L1Loss {name}/L1Loss", x => L1Loss(reduction).call(x["input"], x["target"]));
        cases.Add($"L1Loss {name}/l1_loss", x => F.l1_loss(x["input"], x["target"], reduction));
        cases.Add($"SmoothL1Loss {name}/SmoothL1Loss", x => SmoothL1Loss(reduction, 0.7).call(x["input"], x["target"]));
        cases.Add($"SmoothL1Loss {name}/smooth_l1_loss", x => F.smooth_l1_loss(x["input"], x["target"], reduction, 0.7));
        cases.Add($"HuberLoss {name}/HuberLoss", x => HuberLoss(0.7, reduction).call(x["input"], x["target"]));
        cases.Add($"HuberLoss {name}/huber_loss", x => F.huber_loss(x["input"], x["target"], 0.7, reduction));
        cases.Add($"KLDivLoss {name}/KLDivLoss", x => KLDivLoss(reduction: reduction).call(x["input"], x["target"]));
        cases.Add($"KLDivLoss {name}/kl_div", x => F.kl_div(x["input"], x["target"], reduction: reduction));
        cases.Add($"SoftMarginLoss {name}/SoftMarginLoss", x => SoftMarginLoss(reduction).call(x["input"], Target(x)));
        cases.Add($"SoftMarginLoss {name}/soft_margin_loss", x => F.soft_margin_loss(x["input"], Target(x), reduction));
    }

    private static Tensor Target(Dictionary<string, Tensor> x) => x["target"].detach();
}
