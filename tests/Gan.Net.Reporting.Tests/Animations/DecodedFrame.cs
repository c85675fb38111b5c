namespace Gan.Net.Reporting.Tests.Animations;

/// <summary>What a viewer sees at one moment of an animation: RGB or gray bytes, and for how long.</summary>
internal sealed record DecodedFrame(byte[] Pixels, TimeSpan Time);
