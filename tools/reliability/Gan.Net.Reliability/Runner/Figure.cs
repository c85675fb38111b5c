namespace Gan.Net.Reliability.Runner;

/// <summary>A line of the table.</summary>
/// <param name="What">What was done, with its count: "200 SIGKILLs while saving".</param>
/// <param name="Promised">What must come out: "0 corrupt".</param>
/// <param name="Reached">What came out, as counted.</param>
/// <param name="Holds">Whether the promise holds.</param>
internal sealed record Figure(string What, string Promised, string Reached, bool Holds);
