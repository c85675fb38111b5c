namespace Gan.Net.Reliability.Inputs;

/// <summary>Something a caller can pass wrong.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Attempt">Passes it, and trains with it if it got so far.</param>
/// <param name="Named">What the refusal must say: what was found, and what was expected or where.</param>
internal sealed record WrongInput(string What, Action Attempt, params string[] Named);
