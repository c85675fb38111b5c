namespace Gan.Net.Training;

/// <summary>The numbers of one round. Plain values: safe to keep and to hand to another thread.</summary>
public sealed record TrainingReport
{
    /// <summary>Rounds finished, this one included.</summary>
    public required long Round { get; init; }

    /// <summary>Rounds after which this run ends.</summary>
    public required long LastRound { get; init; }

    /// <summary>Real samples seen since the trainer was made.</summary>
    public required long SamplesSeen { get; init; }

    /// <summary>Passes over the data so far, or null for an endless source.</summary>
    public required double? Epoch { get; init; }

    /// <summary>
    /// What was measured in this round, by name. Measures of a player are of its last step in the round; in any game each has
    /// <list type="bullet">
    /// <item><c>NAME.loss</c>: the mean loss, what is added to it included;</item>
    /// <item><c>NAME.gradient</c>: the Euclidean norm of the loss's gradient with respect to all its weights;</item>
    /// <item><c>NAME.update</c>: the norm of the step over the norm of the weights before it.</item>
    /// </list>
    /// A GAN's players are called <c>discriminator</c> and <c>generator</c>. It also has, of the discriminator's last step and before it,
    /// <list type="bullet">
    /// <item><c>score.real</c>, <c>score.fake</c>: the mean logits of real and of generated samples;</item>
    /// <item><c>accuracy.real</c>, <c>accuracy.fake</c>: the shares it took for what they are, from 0 to 1, where the loss has a
    /// <see cref="Losses.IAdversarialLoss.DecisionPoint"/>;</item>
    /// <item><c>probability.real</c>, <c>probability.fake</c>: the mean probabilities of being real it gave them, where logits are log-odds:
    /// D(real) and D(fake) of the literature;</item>
    /// <item>one mean for each regularizer that was due, under the name of its type.</item>
    /// </list>
    /// A hook adds to what later hooks see: see <see cref="TrainingHook.Measures"/>.
    /// </summary>
    public required IReadOnlyDictionary<string, double> Values { get; init; }

    /// <summary>This report with more numbers; one of the same name takes the place of the old.</summary>
    internal TrainingReport With(IReadOnlyDictionary<string, double> measures)
    {
        if (measures.Count == 0)
        {
            return this;
        }

        var values = new Dictionary<string, double>(Values, StringComparer.Ordinal);
        foreach (var (name, value) in measures)
        {
            values[name] = value;
        }

        return this with { Values = values };
    }
}
