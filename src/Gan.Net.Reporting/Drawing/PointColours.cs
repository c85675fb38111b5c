using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>The colours of pictures of the plane: real is cyan and generated is pink, everywhere.</summary>
internal static class PointColours
{
    public static Colour Ground { get; } = new(14, 17, 22);

    public static Colour Axis { get; } = new(44, 51, 62);

    public static Colour Real { get; } = new(64, 208, 224);

    public static Colour Generated { get; } = new(255, 92, 168);

    /// <summary>The ground where a discriminator is sure of real samples: dark enough for the points above it.</summary>
    public static Colour CalledReal { get; } = new(14, 78, 92);

    /// <summary>The ground where a discriminator is sure of generated samples.</summary>
    public static Colour CalledFake { get; } = new(92, 24, 62);

    public static Colour Line { get; } = new(226, 228, 224);

    public static Colour Arrow { get; } = new(255, 214, 130);
}
