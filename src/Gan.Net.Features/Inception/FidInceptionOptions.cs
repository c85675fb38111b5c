using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>How images are fed to Inception, and what is taken from it. The defaults are pytorch-fid's. Immutable.</summary>
public sealed record FidInceptionOptions
{
    /// <summary>How images are resized. Default <see cref="InceptionResize.PyTorchFid"/>.</summary>
    public InceptionResize Resize { get; init; } = InceptionResize.PyTorchFid;

    /// <summary>What float images range over. Default <see cref="ImageRange.MinusOneToOne"/>.</summary>
    public ImageRange Range { get; init; } = ImageRange.MinusOneToOne;

    /// <summary>What happens to float images first. Default <see cref="ImageRounding.To256Levels"/>.</summary>
    public ImageRounding Rounding { get; init; } = ImageRounding.To256Levels;

    /// <summary>Which layer gives the features. Default <see cref="InceptionBlock.Final"/>.</summary>
    public InceptionBlock Block { get; init; } = InceptionBlock.Final;

    /// <summary>Images looked at together, at least 1; bounds the memory. Default 50.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>Where the network is. Default the CPU.</summary>
    public Device Device { get; init; } = CPU;

    /// <summary>The end of the features' name: all choices that change them.</summary>
    internal string Suffix => ResizeName + Block switch
    {
        InceptionBlock.FirstPooling => "-64",
        InceptionBlock.SecondPooling => "-192",
        InceptionBlock.PreAuxiliary => "-768",
        _ => "",
    } + (Rounding == ImageRounding.None ? "-unrounded" : "");

    private string ResizeName => Resize switch
    {
        InceptionResize.PyTorchFid => "pytorch",
        InceptionResize.TensorFlow => "tf1",
        _ => "clean",
    };

    internal FidInceptionOptions Checked()
    {
        new OptionProblems(nameof(FidInceptionOptions))
            .Require(Enum.IsDefined(Resize), "must be a known way", Resize)
            .Require(Enum.IsDefined(Range), "must be a known range", Range)
            .Require(Enum.IsDefined(Rounding), "must be a known choice", Rounding)
            .Require(Enum.IsDefined(Block), "must be a known block", Block)
            .AtLeast(BatchSize, 1)
            .Require(Device is not null, "must be a device", Device)
            .ThrowIfAny();
        return this;
    }
}
