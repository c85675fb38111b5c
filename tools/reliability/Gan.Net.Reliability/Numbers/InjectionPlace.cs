namespace Gan.Net.Reliability.Numbers;

/// <summary>Where a bad number comes in.</summary>
internal enum InjectionPlace
{
    Batch,
    Latents,
    Loss,
    Gradient,
    Weight,
    Buffer,
}
