namespace Gan.Net.Features;

/// <summary>How images come to Inception's 299×299 and to its range. Values of different ways are not comparable.</summary>
public enum InceptionResize
{
    /// <summary>pytorch-fid's, clean-fid's <c>legacy_pytorch</c>: bilinear between pixel centres without antialiasing, then to [-1, 1].</summary>
    PyTorchFid,

    /// <summary>TensorFlow 1's and torch-fidelity's: bilinear at x·in/out, a pixel's corner its place, then (x - 128) / 128.</summary>
    TensorFlow,

    /// <summary>clean-fid's (Parmar et al. 2022): bicubic with antialiasing, cut off to 0 to 255, not rounded, then (x - 128) / 128.</summary>
    Clean,
}
