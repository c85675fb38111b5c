using Gan.Net.Regularizers;
using Gan.Net.TestSupport;
using Gan.Net.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.EngineTraps.Models;

/// <summary>A model whose layers do not fit its input, and what a trainer says of it.</summary>
internal sealed record Misfit
{
    private const string ChooseAnother = "Choose a model of the data's size.";

    /// <summary>The case's name. No two are the same.</summary>
    public required string Name { get; init; }

    /// <summary>One sample's shape.</summary>
    public required long[] Sample { get; init; }

    /// <summary>The message in full, or <see cref="Trap.EndsTheProcess"/>.</summary>
    public required string Says { get; init; }

    /// <summary>Makes the discriminator, or null for one that fits.</summary>
    public Func<Module<Tensor, Tensor>>? Discriminator { get; init; }

    /// <summary>Makes the generator, or null for one that fits.</summary>
    public Func<Module<Tensor, Tensor>>? Generator { get; init; }

    /// <summary>Whether the game penalises the discriminator's gradient.</summary>
    public bool Penalised { get; init; }

    /// <summary>All cases.</summary>
    public static IReadOnlyList<Misfit> All { get; } =
    [
        Judge("Linear", [12], () => Linear(10, 1), "mat1 and mat2 shapes cannot be multiplied (4x12 and 10x1)."),
        Judge("Sequential", [12], () => Sequential(Linear(12, 8), ReLU(), Linear(10, 1)), "mat1 and mat2 shapes cannot be multiplied (4x8 and 10x1)."),
        Judge("functional.linear", [12], () => new Own([1, 10], (x, w) => functional.linear(x, w)), "mat1 and mat2 shapes cannot be multiplied (4x12 and 10x1)."),
        Judge("mm", [12], () => new Own([10, 1], (x, w) => x.mm(w)), "mat1 and mat2 shapes cannot be multiplied (4x12 and 10x1)."),
        Judge("mv", [12], () => new Own([10], (x, w) => x.mv(w)), "size mismatch, got input (4), mat (4x12), vec (10)."),
        Judge("bmm", [12, 3], () => new Own([4, 10, 1], (x, w) => x.bmm(w).sum(1)), "Expected size for first two dimensions of batch2 tensor to be: [4, 3] but got: [4, 10]."),
        Judge("addmm", [12], () => new Own([10, 1], (x, w) => zeros(1).addmm(x, w)), "mat1 and mat2 shapes cannot be multiplied (4x12 and 10x1)."),
        Judge("einsum", [12], () => new Own([10, 1], (x, w) => einsum("ij,jk->ik", x, w)), "einsum(): subscript j has size 10 for operand 1 which does not broadcast with previously seen size 12."),
        Judge("a sum that does not broadcast", [12], () => new Own([10], (x, w) => (x + w).sum(1)), "The size of tensor a (12) must match the size of tensor b (10) at non-singleton dimension 1."),
        Judge("view", [12], () => new Own([1], (x, w) => x.view(4, 10).sum(1) * w), "shape '[4, 10]' is invalid for input of size 48."),
        Judge("narrow", [12], () => new Own([1], (x, w) => x.narrow(1, 6, 10).sum(1) * w), "start (6) + length (10) exceeds dimension size (12)."),
        Judge("a dimension too many", [12], () => new Own([1], (x, w) => x.sum(2) * w), "Dimension out of range (expected to be in range of [-2, 1], but got 2)."),
        Judge("Conv1d", [3, 12], () => Sequential(Conv1d(1, 1, 12), Flatten()), "Expected 2D (unbatched) or 3D (batched) input with 1 channels to Conv1d."),
        Judge("Conv2d channels", [3, 8, 8], () => Sequential(Conv2d(1, 1, 8), Flatten()), "Expected 3D (unbatched) or 4D (batched) input with 1 channels to Conv2d."),
        Judge("Conv2d window", [3, 8, 8], () => Sequential(Conv2d(3, 1, 9), Flatten()), "Calculated padded input size per channel: (8 x 8). Kernel size: (9 x 9). Kernel size can't be greater than actual input size."),
        Judge("ConvTranspose2d", [3, 8, 8], () => Sequential(ConvTranspose2d(1, 1, 3), Flatten()), "Expected 3D (unbatched) or 4D (batched) input with 1 channels to ConvTranspose2d."),
        Judge("MaxPool2d", [3, 8, 8], () => Sequential(MaxPool2d(9), Flatten(), Linear(3, 1)), "Given input size: (3x8x8). Calculated output size: (3x0x0). Output size is too small."),
        Judge("BatchNorm1d rank", [3, 8, 8], () => Sequential(BatchNorm1d(3), Flatten(), Linear(192, 1)), "expected 2D or 3D input, but got 4D input."),
        Judge("BatchNorm2d channels", [3, 8, 8], () => Sequential(BatchNorm2d(5), Flatten(), Linear(192, 1)), "running_mean should contain 3 elements not 5."),
        Judge("InstanceNorm2d rank", [12], () => Sequential(InstanceNorm2d(3), Linear(12, 1)), "expected 3D or 4D input, but got 2D input."),
        Judge("GroupNorm", [3, 8, 8], () => Sequential(GroupNorm(2, 4), Flatten(), Linear(192, 1)), "Expected number of channels in input to be divisible by num_groups, but got input of shape [4, 3, 8, 8] and num_groups=2."),
        Judge("LayerNorm", [12], () => Sequential(LayerNorm(10), Linear(12, 1)), "Given normalized_shape=[10], expected input with shape [*, 10], but got input of size[4, 12]."),
        Judge("PixelShuffle", [3, 8, 8], () => Sequential(PixelShuffle(2), Flatten(), Linear(192, 1)), "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=3 is not divisible by 4."),
        Judge("Upsample", [12], () => Sequential(Upsample(scale_factor: [2.0, 2.0]), Flatten(), Linear(12, 1)), "Input Error: Only 3D, 4D and 5D input Tensors supported (got 2D) for the modes: nearest | linear | bilinear | bicubic | trilinear (got kNearest)."),
        Judge("Embedding of samples", [12], () => Sequential(Embedding(10, 1), Flatten(), Linear(12, 1)), "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got CPUFloatType instead (while checking arguments for embedding)."),
        Judge("another type", [12], () => Linear(12, 1, dtype: ScalarType.Float64), "mat1 and mat2 must have the same dtype, but got Float and Double."),
        new()
        {
            Name = "a generator's Linear", Sample = [12], Generator = () => Linear(10, 12),
            Says = "The generator failed on Float32 [4, 8]: mat1 and mat2 shapes cannot be multiplied (4x8 and 10x12). Its LatentSpace and its first layer must agree.",
        },
        new()
        {
            Name = "changed in place, with a penalty", Sample = [12], Penalised = true, Discriminator = () => new Own([12], InPlace),
            Says = "The discriminator's gradient failed on Float32 [4, 12]: one of the variables needed for gradient computation has been modified by an inplace operation: [CPUFloatType [4, 12]], "
                + "which is output 0 of SqrtBackward0, is at version 1; expected version 0 instead. Hint: enable anomaly detection to find the operation that failed to compute its gradient, "
                + "with torch.autograd.set_detect_anomaly(True). The penalties need it: leave out what changes tensors in place.",
        },
        new() { Name = "matmul", Sample = [12], Discriminator = () => new Own([10, 1], (x, w) => x.matmul(w)), Says = Trap.EndsTheProcess },
    ];

    /// <summary>Trains one round, and tells the message.</summary>
    public string Train()
    {
        using var generator = new UserGenerator(Generator?.Invoke() ?? Sequential(Linear(8, Sample.Aggregate((a, b) => a * b)), Unflatten(1, Sample)));
        using var discriminator = new UserDiscriminator(Discriminator?.Invoke() ?? Sequential(Flatten(), Linear(Sample.Aggregate((a, b) => a * b), 1)));
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Regularizers = Penalised ? [new R1Penalty()] : [] });
        using var source = new NoiseSource(Sample);
        try
        {
            trainer.Fit(source, TrainingLength.Rounds(1));
            return "nothing";
        }
        catch (ArgumentException failure)
        {
            return failure.Message;
        }
    }

    private static Misfit Judge(string name, long[] sample, Func<Module<Tensor, Tensor>> discriminator, string engine) => new()
    {
        Name = name,
        Sample = sample,
        Discriminator = discriminator,
        Says = $"The discriminator failed on Float32 [{string.Join(", ", sample.Prepend(4))}]: {engine} {ChooseAnother}",
    };

    // The root's slope is computed from its result, which is changed.
    private static Tensor InPlace(Tensor input, Tensor weight) => (input * weight).square().add(1).sqrt().add_(1).sum(1);
}
