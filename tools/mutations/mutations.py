"""What is broken on purpose: (file below src/Gan.Net, what stands there, what replaces it, tests to run, who must fail).

Each replacement must match exactly once. Tests are a `dotnet test` filter. "Who" are words that names of failed tests must hold, each in at
least one; none means that any failure will do.
"""

VALUES = "FullyQualifiedName~Regularizers.PenaltyValueTests|FullyQualifiedName~Regularizers.HeadPenaltyTests|FullyQualifiedName~Regularizers.RegularizerContractTests"
TURNS = "FullyQualifiedName~Regularizers.DiracPenaltyTests|FullyQualifiedName~Regularizers.RegularizerTurnTests"
PASSES = "FullyQualifiedName~Training.AfterStepTests|FullyQualifiedName~Regularizers.DiracPenaltyTests"
PACKS = "FullyQualifiedName~Layers.PackedDiscriminatorTests|FullyQualifiedName~Regularizers.InputGradientsTests"
LAYERS = "FullyQualifiedName~Layers."
SPECTRAL = "FullyQualifiedName~Layers.SpectralNorm"
LOSSES = "FullyQualifiedName~Losses.AdversarialLossTests"
SHOWN = "FullyQualifiedName~Regularizers.PenaltyLabelTests"
SHARED = "FullyQualifiedName~Training.DiscriminatorPassTests"
LAZY = "FullyQualifiedName~Training.LazyIntervalTests"
HEADS = "FullyQualifiedName~Regularizers.HeadPenaltyTests|FullyQualifiedName~Conditional.|FullyQualifiedName~LatentCodesTests"
LABELS = "FullyQualifiedName~Training.ConditionalTests"
UNROLLED = "FullyQualifiedName~Training.UnrolledGanTrainerTests|FullyQualifiedName~Training.DifferentiableOptimizerTests"
AUGMENTS = "FullyQualifiedName~Augmentations."
DYNAMICS = "FullyQualifiedName~Training.Ema|FullyQualifiedName~Training.Gradient|FullyQualifiedName~Training.StepWarmUp|FullyQualifiedName~Training.RateSchedule|FullyQualifiedName~Training.Augmented|FullyQualifiedName~Schedules."
GRADIENT_PENALTIES = ("R1Penalty", "R2Penalty", "WganGpPenalty", "DraganPenalty")


def penalty(name, *changes):
    return [(f"Regularizers/{name}Penalty.cs", old, new, VALUES, ()) for old, new in changes]


def shown(name, *changes):
    return [(f"Regularizers/{name}Penalty.cs", old, new, SHOWN, ()) for old, new in changes]


def loss(name, *changes):
    return [(f"Losses/{name}Loss.cs", old, new, LOSSES, ()) for old, new in changes]


def layer(name, *changes, tests=LAYERS):
    return [(f"Layers/{name}.cs", old, new, tests, ()) for old, new in changes]


def changed(file, tests, *changes):
    return [(file, old, new, tests, ()) for old, new in changes]


MUTATIONS = [
    *loss("Minimax", ("fakeLogits.softplus().neg()", "fakeLogits.neg().softplus()")),
    *loss("NonSaturating", ("fakeLogits.neg().softplus()", "fakeLogits.softplus()")),
    *loss("Wasserstein", ("fakeLogits.sub(realLogits)", "realLogits.sub(fakeLogits)")),
    *loss("Hinge", ("logits.neg().add(1).relu()", "logits.neg().add(1)"), ("logits.add(1).relu()", "logits.relu().add(1)")),
    *loss("LeastSquares", (".mul(Factor)", ""), ("Square(fakeLogits, GeneratorTarget)", "Square(fakeLogits, RealTarget)")),
    *loss("RelativisticPairing", ("realLogits.sub(fakeLogits)", "fakeLogits.sub(realLogits)")),
    *loss("RelativisticAverage", ("lower.mean()", "lower.mean().detach()"), ("Compare(fakeLogits, realLogits)", "Compare(realLogits, fakeLogits)")),
    *loss("Smoothed", (".mul(1 - RealLabel)", "")),
    *loss(
        "LabelNoise",
        ("Inner.CostAsReal(fakeLogits), Inner.CostAsFake(fakeLogits)", "Inner.CostAsFake(fakeLogits), Inner.CostAsReal(fakeLogits)"),
        ("Inner.CostAsFake(realLogits), Inner.CostAsReal(realLogits)", "Inner.CostAsReal(realLogits), Inner.CostAsFake(realLogits)"),
    ),
    # Shared by the four gradient penalties: each of them must notice.
    ("Regularizers/InputGradients.cs", "create_graph: true", "create_graph: false", VALUES, GRADIENT_PENALTIES),
    ("Regularizers/InputGradients.cs", ".square().sum(1)", ".square().mean([1])", VALUES, GRADIENT_PENALTIES),
    ("Regularizers/InputGradients.cs", ".square().sum(1)", ".square().sum()", VALUES, GRADIENT_PENALTIES),
    ("Regularizers/InputGradients.cs", ".reshape(logits.shape[0], -1)", ".reshape(inputs.shape[0], -1)", PACKS, ()),
    ("Regularizers/InputGradients.cs", "[logits.sum()]", "[logits.mean()]", VALUES, GRADIENT_PENALTIES),
    ("Regularizers/InputGradients.cs", ".add(Epsilon).sqrt()", ".sqrt()", "FullyQualifiedName~Regularizers.InputGradientsTests", ()),
    # The trainer's mean and the lazy factor.
    ("Training/RegularizerSchedule.cs", "? term.mean()", "? term.sum()", TURNS, ("WGAN-GP", "GAN+R")),
    ("Training/RegularizerSchedule.cs", ": term.mean()", ": term.sum()", TURNS, ()),
    ("Training/RegularizerSchedule.cs", ".mul(regularizer.Every)", "", TURNS, ()),
    ("Training/RegularizerSchedule.cs", ".add(share)", ".sub(share)", TURNS, ("WGAN-GP", "GAN+R")),
    ("Training/RegularizerSchedule.cs", "step % regularizer.Every == 0", "(step + 1) % regularizer.Every == 0", TURNS, ()),
    *changed(
        "Training/GanTrainer.cs",
        TURNS,
        ("_generatorTerms.DueAt(_generatorPlayer.Steps)", "_generatorTerms.DueAt(_discriminatorPlayer.Steps)"),
        ("return TermsAt(_discriminatorPlayer.Steps, pass", "return TermsAt(_generatorPlayer.Steps, pass"),
        ("pass.State = _states[IndexOf(regularizer)];", "pass.State = _states[0];"),
        ("pass.State = states[IndexOf(regularizer)];", "pass.State = states[0];"),
    ),
    ("Training/DiscriminatorPass.cs", "samples.detach().requires_grad_()", "samples.requires_grad_()", TURNS, ()),
    *changed(
        "Training/Scores.cs",
        SHARED,
        ("cat([first.Labels, second.Labels])", "cat([second.Labels, first.Labels])"),
        ("second.Samples.shape[0] / discriminator.SamplesPerLogit", "second.Samples.shape[0]"),
    ),
    ("Training/WeightClipping.cs", "(Scalar)(-Bound)", "(Scalar)(-2 * Bound)", PASSES, ()),
    ("Training/WeightClipping.cs", "(Scalar)Bound", "(Scalar)(2 * Bound)", PASSES, ()),
    ("Training/DiscriminatorPass.cs", "numbers.repeat_interleave", "rand([Real.shape[0], 1], dtype: Real.dtype).repeat_interleave", PACKS, ()),
    *penalty("R1", (" / 2);", " / -2);"), (" / 2);", ");"), (" / 2);", " / 2).sum();")),
    ("Regularizers/R1Penalty.cs", "pass.SamplesSeen", "0", TURNS, ()),
    *penalty("R2", (" / 2);", " / -2);"), (" / 2);", ");"), (" / 2);", " / 2).sum();")),
    ("Regularizers/R2Penalty.cs", "pass.SamplesSeen", "0", TURNS, ()),
    *penalty("R1", ("pass.RealLogits, pass.Real", "pass.FakeLogits, pass.Fake")),
    *penalty(
        "WganGp",
        (".mul(Weight)", ".mul(-Weight)"),
        (".mul(Weight)", ".mul(Weight).sum()"),
        (".sub(Target)", ".add(Target)"),
        ("PenaltySides.One ?", "PenaltySides.Two ?"),
        ("pass.Fake.sub(pass.Real)", "pass.Real.sub(pass.Fake)"),
    ),
    *penalty(
        "Dragan",
        (".mul(Weight)", ".mul(-Weight)"),
        (".mul(Weight)", ".mul(Weight).sum()"),
        (".sub(Target)", ".add(Target)"),
        (".mul(Noise)", ""),
        (".mul(pass.UniformPerSample())", ""),
        ("std(unbiased: false)", "std()"),
    ),
    *shown("WganGp", ("pass.RealLabels", "pass.FakeLabels")),
    *shown("Dragan", ("Around(pass), pass.RealLabels", "Around(pass)")),
    *shown("Consistency", ("pass.RealLabels", "pass.FakeLabels")),
    *shown("BalancedConsistency", ("(pass.Fake, pass.FakeLabels)", "(pass.Fake, pass.RealLabels)")),
    *shown("LatentConsistency", ("Score(Nearby(pass), pass.FakeLabels)", "Score(Nearby(pass))")),
    *shown("ModeSeeking", ("Generate(others, pass.FakeLabels)", "Generate(others)")),
    *shown("FeatureMatching", ("pass.RealLabels", "pass.FakeLabels")),
    *penalty(
        "LeCam",
        (".mul(Weight)", ".mul(-Weight)"),
        (".mul(Weight)", ".mul(Weight).sum()"),
        ("pass.RealLogits.sub(fake)", "pass.RealLogits.detach().sub(fake)"),
        ("pass.RealLogits.sub(fake)", "pass.RealLogits.add(fake)"),
        ("real.sub(pass.FakeLogits)", "pass.FakeLogits.sub(real)"),
        ("real.sub(pass.FakeLogits)", "real.sub(pass.FakeLogits.detach())"),
        ("pass.RealLogits.mean()", "pass.RealLogits.sum()"),
        ("real.div(weight)", "real"),
        (".mul(1 - Decay)", ""),
    ),
    *penalty(
        "Consistency",
        (".mul(Weight)", ".mul(-Weight)"),
        (".mul(Weight)", ".mul(Weight).sum()"),
        (".sub(pass.RealLogits)", ".sub(pass.RealLogits.detach())"),
        ("pass.Discriminator.Score(augmented, pass.RealLabels)", "pass.Discriminator.Score(augmented, pass.RealLabels).detach()"),
    ),
    *penalty(
        "BalancedConsistency",
        (".mul(RealWeight)", ".mul(-RealWeight)"),
        (".mul(FakeWeight)", ".mul(-FakeWeight)"),
        (".mul(RealWeight)", ".mul(RealWeight).sum()"),
        (".mul(FakeWeight)", ".mul(FakeWeight).sum()"),
        (".sub(logits).square()", ".sub(logits).square().sum()"),
        (".sub(logits)", ".sub(logits.detach())"),
        ("known.Labels).sub", "known.Labels).detach().sub"),
    ),
    *penalty(
        "LatentConsistency",
        (".mul(DiscriminatorWeight)", ".mul(-DiscriminatorWeight)"),
        (".mul(DiscriminatorWeight)", ".mul(DiscriminatorWeight).sum()"),
        (".mul(-GeneratorWeight)", ".mul(GeneratorWeight)"),
        (".mul(-GeneratorWeight)", ".mul(-GeneratorWeight).sum()"),
        (".mean([1])", ".sum(1)"),
        (".mul(Deviation)", ""),
        ("pass.FakeLabels).sub(pass.FakeLogits)", "pass.FakeLabels).detach().sub(pass.FakeLogits)"),
        (".sub(pass.FakeLogits)", ".sub(pass.FakeLogits.detach())"),
        ("pass.FakeLabels).sub(pass.Fake)", "pass.FakeLabels).detach().sub(pass.Fake)"),
        ("pass.FakeLabels).sub(pass.Fake)", "pass.FakeLabels).sub(pass.Fake.detach())"),
        ("        using var still = no_grad();\n", ""),
    ),
    *penalty(
        "ModeSeeking",
        (".mul(Weight)", ".mul(-Weight)"),
        ("sampleDifferences.abs()", "sampleDifferences.detach().abs()"),
        ("sampleDifferences.abs().mean()", "sampleDifferences.abs().sum()"),
        ("latentDifferences.abs().mean()", "latentDifferences.abs().sum()"),
        (".reciprocal()", ""),
        ("ratio.add(Epsilon).reciprocal()", "ratio.reciprocal().add(Epsilon)"),
        (".sub(pass.Fake)", ".sub(pass.Fake.detach())"),
    ),
    *penalty(
        "FeatureMatching",
        (".mul(Weight)", ".mul(-Weight)"),
        (".square().mean()", ".square().sum()"),
        ("Features(pass.Fake, pass.FakeLabels).mean([0])", "Features(pass.Fake.detach(), pass.FakeLabels).mean([0])"),
        ("Features(pass.Fake, pass.FakeLabels).mean([0])", "Features(pass.Fake, pass.FakeLabels).sum(0)"),
        ("Features(pass.Real!, pass.RealLabels).mean([0])", "Features(pass.Real!, pass.RealLabels).sum(0)"),
    ),
    *penalty(
        "Orthogonal",
        (".mul(weight / 2)", ".mul(-weight / 2)"),
        (".mul(weight / 2)", ".mul(weight)"),
        ("parameter.flatten(1)", "parameter.detach().flatten(1)"),
        ("parameter.ndim > 1", "parameter.ndim > 2"),
        (".square().sum()", ".square().mean()"),
        ("products.sub(products.diagonal().diag())", "products"),
    ),
    *penalty(
        "AuxiliaryClass",
        (".mul(DiscriminatorWeight)", ".mul(-DiscriminatorWeight)"),
        (".mul(DiscriminatorWeight)", ".mul(DiscriminatorWeight).sum()"),
        (".mul(GeneratorWeight)", ".mul(-GeneratorWeight)"),
        (".mul(GeneratorWeight)", ".mul(GeneratorWeight).sum()"),
        ("terms.add(Cost(pass.FakeAuxiliary!, pass.FakeLabels!))", "terms.add(Cost(pass.FakeAuxiliary!, pass.RealLabels!))"),
        ("functional.cross_entropy(logits, labels", "functional.cross_entropy(logits.detach(), labels"),
        ("Cost(pass.RealAuxiliary, pass.RealLabels!)", "Cost(pass.RealAuxiliary, pass.FakeLabels!)"),
        ("Classified.HasFlag(PassInputs.Real)", "true"),
        ("Classified.HasFlag(PassInputs.Fake)", "true"),
    ),
    *penalty(
        "MutualInformation",
        (".mul(-Weight)", ".mul(Weight)"),
        (".mul(-Weight)", ".mul(-Weight).sum()"),
        (".add(codes.Entropy)", ""),
        ("CodesOf(latents), told!)", "CodesOf(latents), told.detach())"),
    ),
    *layer(
        "SpectralNorm",
        ("if (training)", "if (!training)"),
        ("_u.clone()", "_u"),
        ("rows.mv(v).dot(u)", "rows.detach().mv(v).dot(u)"),
        ("? _layer.call(input).div(sigma)", "? _layer.call(input)"),
        ("_layer.call(input.div(sigma))", "_layer.call(input).div(sigma)"),
        ("Weight.transpose(0, 1)", "Weight"),
        ("_u.copy_(Unit(rows.mv(v)))", "_u.copy_(rows.mv(v))"),
        ("Convolution { transposed: true } ?", "Convolution { transposed: true } or Embedding ?"),
        tests=SPECTRAL,
    ),
    *layer(
        "MinibatchDiscrimination",
        (".neg().exp()", ".exp()"),
        (".abs().sum([0])", ".abs().mean([0])"),
        (".exp().sum(-1)", ".exp().mean([-1])"),
        ("closeness.sub(1)", "closeness"),
        ("1 / Math.Sqrt(features)", "1"),
    ),
    *layer(
        "MinibatchStandardDeviation",
        ("input.reshape(size, shape[0] / size, -1)", "input.reshape(shape[0] / size, size, -1).transpose(0, 1)"),
        (".square().mean([0])", ".square().sum(0)"),
        (".sqrt().mean([1])", ".sqrt().sum(1)"),
        (".add(Epsilon).sqrt()", ".sqrt().add(Epsilon)"),
        ("deviations.repeat(size)", "deviations.repeat_interleave(size)"),
    ),
    *layer("PixelNorm", (".square().mean([1], keepdim: true)", ".square().sum(1, keepdim: true)"), (".add(Epsilon).rsqrt()", ".rsqrt()")),
    *layer(
        "SelfAttention",
        (".softmax(-1)", ".softmax(1)"),
        (".mul(_gamma)", ""),
        ("attention.transpose(1, 2)", "attention.transpose(1, 2).detach()"),
        ("1 / Math.Sqrt(from)", "1.0 / from"),
        ("functional.max_pool2d(_value.call(input), 2)", "functional.avg_pool2d(_value.call(input), 2)"),
    ),
    *layer("ConditionalBatchNorm2d", ("InitialWeights.Constant(_scale, 1);", ""), (".mul(scale)", ""), ("_shift.index_select(0, input2)", "_scale.index_select(0, input2)")),
    *layer("EqualizedRate", ("Multiplier * Gain", "Gain"), ("Math.Sqrt(inputs)", "inputs")),
    *layer("EqualizedLinear", ("_bias.mul(_rate.Multiplier)", "_bias"), ("1 / _rate.Multiplier", "1")),
    *layer("EqualizedConv2d", ("_weight.shape[1] * _weight.shape[2] * _weight.shape[3]", "_weight.shape[1]"), ("_bias.mul(_rate.Multiplier)", "_bias"), ("1 / _rate.Multiplier", "1")),
    *layer("PackedDiscriminator", ("shape[0] / _size, _size * shape[1]", "shape[0] / _size, shape[1] * 1"), ("samplesPerLogit * inner.SamplesPerLogit", "samplesPerLogit")),
    *changed(
        "LatentCodes.cs",
        HEADS,
        (".log_softmax(1).mul", ".softmax(1).mul"),
        ("total.sub(told", "total.add(told"),
        (".mul(.5)", ""),
        ("at += values;", "at += 0;"),
        (".mul_(2).sub_(1)", ""),
    ),
    *changed("Conditional/ProjectionDiscriminator.cs", HEADS, (".mul(features).sum(1)", ".mul(features).mean([1])"), ("_inner.ScoreFeatures(features).add(", "_inner.ScoreFeatures(features).sub(")),
    *changed("Conditional/LabelledGenerator.cs", HEADS, (".div(_repeat, RoundingMode.floor)", ""), (".remainder(_inner.Classes)", ".remainder(_inner.Classes - 1)")),
    *layer("LabelConcatenation", ("_weight.index_select(0, input2)", "_weight.index_select(0, input2.mul(0))"), tests=LAYERS + "|" + HEADS),
    *changed(
        "Training/GanTrainer.cs",
        LABELS,
        ("_options.FakeLabels == FakeLabels.Uniform\n", "_options.FakeLabels == FakeLabels.Batch\n"),
        ("(IsConditional && options.FakeLabels == FakeLabels.Batch)", "false"),
        ("ModelChecks.CheckLabels(batch.Labels, Generator.Classes);", ""),
        ("Generator.Generate(latents, labels), labels);", "Generator.Generate(latents, labels), realLabels);"),
    ),
    ("Training/GeneratorPass.cs", "Discriminator.Score(Real!, RealLabels)", "Discriminator.Score(Real!, FakeLabels)", LABELS, ()),
    *changed("Training/FixedSampler.cs", LABELS, (".repeat_interleave(Classes, dim: 0)", ".repeat(Classes, 1)"), (".remainder(Classes)", ".div(Classes, RoundingMode.floor)")),
    *changed(
        "Training/UnrolledGanTrainer.cs",
        UNROLLED,
        ("carrier.sub(carrier.detach())", "carrier.detach().sub(carrier)"),
        ("GradientOf(weights[0]).add(_player.Parameters.Gradients)", "GradientOf(weights[0])"),
        (".. weights.Skip(1).Select(GradientOf)", ".. weights.Skip(1).Select(weight => zeros_like(weight))"),
        ("due.Fakes.add(GradientOf(fakes))", "due.Fakes"),
        ("_player.Steps + now.Index + 1", "_player.Steps + 1"),
        ("_player.Steps + now.Index;", "_player.Steps;"),
        ("Loss.IsZeroSum || Loss", "Loss"),
        ("(Loss.IsZeroSum ?", "(false ?"),
        ("Loss.ForDiscriminator(end.RealLogits, end.FakeLogits).neg()", "Loss.ForDiscriminator(end.RealLogits, end.FakeLogits)"),
        ("create_graph: true", "create_graph: false"),
        ("SeededRandom.Derive(now.Seed, (ulong)now.Index)", "SeededRandom.Derive(now.Seed, 0)"),
        ("            Return(path[0]);\n", ""),
        ("            Write(_player.Parameters.Gradients, gradients);\n", ""),
        ("            Write(buffer, value);\n", ""),
        ("        Return(now);\n", ""),
    ),
    *changed("Training/AdamSettings.cs", UNROLLED, (".clamp((Scalar)Smallest)", ""), ("gradient.add(before[0].mul(WeightDecay))", "gradient")),
    *changed(
        "Training/AdamSettings.cs",
        LAZY,
        ("LazyInterval + 1.0", "LazyInterval + 0.0"),
        ("Math.Pow(Beta1, LazyShare)", "Beta1"),
        ("group.LearningRate = rate;", "group.LearningRate = LearningRate.At(samplesSeen);"),
        ("group.Betas = (beta1, beta2);", "group.Betas = (beta1, Beta2.At(samplesSeen));"),
    ),
    ("Augmentations/FlipShiftAugmentation.cs", ".lt(FlipProbability)", ".gt(FlipProbability)", AUGMENTS + "|" + VALUES, ()),
    ("Augmentations/FlipShiftAugmentation.cs", "(2 * farthest) + 1", "2 * farthest", AUGMENTS, ()),
    ("Augmentations/FlipShiftAugmentation.cs", ".gather(2, rows", ".gather(2, rows.mul(0)", AUGMENTS, ()),
    ("Augmentations/JitterAugmentation.cs", ".mul(Deviation)", "", AUGMENTS, ()),
    *changed(
        "Augmentations/DiffAugment.cs",
        AUGMENTS,
        ("chance.Either().mul(Saturation)", "chance.Uniform().mul(Saturation)"),
        ("images.mean([1, 2, 3], keepdim: true)", "images.mean([2, 3], keepdim: true)"),
        ("images.mean([1], keepdim: true)", "images.mean([1, 2, 3], keepdim: true)"),
        ("rowsInside.unsqueeze(-1).logical_and", "rowsInside.unsqueeze(-1).logical_or"),
        (".sub(side / 2)", ""),
    ),
    *changed(
        "Augmentations/AdaColor.cs",
        AUGMENTS,
        ("luma.mul(flipped.mul(2))", "luma.mul(flipped)"),
        ("angle.cos().sub(1)", "angle.cos()"),
        ("cross.mul(angle.sin())", "cross.mul(angle.sin().neg().abs())"),
        ("saturation.sub(1)", "saturation"),
        ("images.flatten(2).add(brightness)", "images.flatten(2).sub(brightness.mul(2))"),
    ),
    *changed(
        "Augmentations/AdaBlit.cs",
        AUGMENTS,
        ("logical_and(chance.Uniform().lt(0.5))", "logical_and(chance.Uniform().lt(1.5))"),
        ("chance.Whole(4)", "chance.Whole(3)"),
        ("ImageSamples.Reflected(lines.sub(shift.unsqueeze(1)), size)", "lines.sub(shift.unsqueeze(1)).clamp(0, size - 1)"),
        (".round()", ".floor()"),
    ),
    *changed("Augmentations/AdaCorruption.cs", AUGMENTS, (".abs().mul(settings.Noise)", ".square().mul(settings.Noise)"), (".logical_and(cut)", ".logical_or(cut)"), (".mul(noisy)", "")),
    *changed(
        "Augmentations/AdaptiveAugmentation.cs",
        AUGMENTS,
        (".clamp_min((Scalar)0)", ""),
        ("side.mul(", "side.neg().mul("),
        ("/ Speed", "/ Speed / 2"),
        ('state.Set("signs", zeros_like(signs));', ""),
        ("batches.ToInt64() < Every", "batches.ToInt64() <= Every"),
    ),
    *changed("Training/AugmentationStage.cs", AUGMENTS + "|" + DYNAMICS, (".sub(decisionPoint ?? 0)", "")),
    *changed("Augmentations/InstanceNoise.cs", AUGMENTS + "|" + DYNAMICS, (".mul(deviation)", ".mul(deviation * deviation)"), ("Deviation.At(moment.SamplesSeen), moment.Random", "Deviation.At(0), moment.Random")),
    *changed("Augmentations/AugmentedDiscriminator.cs", DYNAMICS, ("_inner.Score(_augment(samples), condition)", "_inner.Score(samples, condition)")),
    *changed(
        "Training/EmaSettings.cs",
        DYNAMICS,
        ("samples / halfLife", "halfLife / samples"),
        ("HalfLife.At(samplesSeen)", "HalfLife.At(0)"),
        ("Math.Max(samplesSeen, double.Epsilon)", "Math.Max(samplesSeen + samples, double.Epsilon)"),
    ),
    *changed("Training/EmaWeights.cs", DYNAMICS, ("(Scalar)(1 - decay)", "(Scalar)decay"), ("            Write(weights);\n", ""), ("        RequireTrainedWeights();\n", "")),
    *changed("Training/GradientNormClipping.cs", DYNAMICS, (".clamp_max((Scalar)1)", ""), (".mul(MaxNorm)", "")),
    *changed("Training/AlternatingTrainer.cs", DYNAMICS, ("loss.div(_options.GradientAccumulation)", "loss"), ("Players[i].StepsIn(Rounds)", "Players[i].StepsPerRound")),
    *changed("Training/StepWarmUp.cs", DYNAMICS, ("round < FirstRounds ||", "round <= FirstRounds ||"), ("- Multiples(FirstRounds)", "")),
    *changed("Training/OptimizerSettings.cs", DYNAMICS, ("LearningRate.At(samplesSeen)", "LearningRate.At(0)")),
    *changed("Schedules/CosineSchedule.cs", DYNAMICS, ("1 + Math.Cos", "1 - Math.Cos")),
    *changed("Schedules/SequenceSchedule.cs", DYNAMICS, ("samples - Samples", "samples")),
    *changed("Schedules/WarmUpSchedule.cs", DYNAMICS, ("(1 - From)", "1")),
]
