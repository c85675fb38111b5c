namespace Gan.Net.Benchmarks.Peers;

/// <summary>The ratios that a row must not exceed: to the textbook loop on TorchSharp, and to Debian's PyTorch. Null: no goal.</summary>
internal sealed record PeerGoals(double? TorchSharp, double? Python);
