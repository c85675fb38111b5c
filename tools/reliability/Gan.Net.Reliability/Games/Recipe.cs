namespace Gan.Net.Reliability.Games;

/// <summary>A game by name, made as often as it is wanted.</summary>
internal sealed record Recipe(string Name, Func<SmallGame> Make);
