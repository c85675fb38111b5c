namespace Gan.Net.Reliability.Interruptions;

/// <summary>What a user's code throws, at a point that was planned.</summary>
internal sealed class PlannedException(string point) : Exception($"planned at {point}");
