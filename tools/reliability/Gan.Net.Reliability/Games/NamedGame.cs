namespace Gan.Net.Reliability.Games;

/// <summary>A game by name, made as often as it is wanted, always the same.</summary>
internal sealed record NamedGame(string Name, Func<SmallGame> Make);
