namespace Gan.Net.Reliability.Disks;

/// <summary>The machine is off. No code that saves may catch it.</summary>
internal sealed class PowerLossException : Exception;
