using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Inception Score (Salimans et al. 2016): exp of the mean of KL(p(y|x) ‖ p(y)), for each split, in float64; 1 to the number of classes.
/// Looks at no real samples: it neither sees whether samples resemble the data nor whether there are many of them within a class.
/// Keeps the logits.
/// </summary>
public sealed class InceptionScore : IMetric
{
    private readonly InceptionScoreOptions _options;
    private readonly FeatureRows _logits = new();

    /// <summary>Starts gathering.</summary>
    /// <param name="options">The protocol; null for ten splits in order.</param>
    /// <exception cref="ArgumentException">An option breaks a rule.</exception>
    public InceptionScore(InceptionScoreOptions? options = null) => _options = (options ?? new InceptionScoreOptions()).Checked();

    /// <inheritdoc/>
    public MetricInput Input => MetricInput.Logits;

    /// <summary>Adds samples, generated or, to know what the data itself scores, real.</summary>
    /// <param name="logits">A classifier's logits <c>[N, C]</c>, whose softmax is p(y|x).</param>
    /// <exception cref="ArgumentException">The logits have another shape than those before, or one is not finite.</exception>
    public void Add(Tensor logits) => _logits.Add(logits);

    /// <inheritdoc/>
    void IMetric.AddReal(Tensor values)
    {
    }

    /// <inheritdoc/>
    void IMetric.AddGenerated(Tensor values) => Add(values);

    /// <summary>One result, <c>is</c>: the mean over the splits, and its population deviation over them.</summary>
    /// <exception cref="TooFewSamplesException">There are fewer samples than splits.</exception>
    public IReadOnlyList<MetricResult> Compute()
    {
        if (_logits.Count < _options.Splits)
        {
            throw new TooFewSamplesException(nameof(InceptionScore), _options.Splits, $"{nameof(InceptionScore)} needs at least {_options.Splits} samples, one for each split; it has {_logits.Count}. Add more first.");
        }

        var scores = Scores();
        var mean = scores.Average();
        return
        [
            new MetricResult
            {
                Metric = "is",
                Settings = _options.Settings,
                GeneratedSamples = _logits.Count,
                Value = mean,
                Error = scores.Length > 1 ? Math.Sqrt(scores.Average(score => (score - mean) * (score - mean))) : null,
                Direction = MetricDirection.HigherIsBetter,
            },
        ];
    }

    /// <inheritdoc/>
    public void ResetGenerated() => Reset();

    /// <inheritdoc/>
    public void Reset() => _logits.Reset();

    /// <inheritdoc/>
    public void Dispose() => _logits.Dispose();

    private double[] Scores()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var logits = _logits.All();
        if (_options.Order == SplitOrder.Shuffled)
        {
            var order = Enumerable.Range(0, (int)_logits.Count).Select(i => (long)i).ToArray();
            new SeededRandom((ulong)_options.Seed).Shuffle(order.AsSpan());
            logits = logits.index_select(0, tensor(order).to(logits.device));
        }

        var scores = new double[_options.Splits];
        for (var split = 0; split < scores.Length; split++)
        {
            var start = split * _logits.Count / scores.Length;
            scores[split] = Score(logits.narrow(0, start, ((split + 1) * _logits.Count / scores.Length) - start));
        }

        return scores;
    }

    // The mean of KL(p(y|x) ‖ p(y)) is the entropy of the mean less the mean of the entropies; 0·log 0 is 0.
    private static double Score(Tensor logits)
    {
        using var scope = NewDisposeScope();
        var likelihoods = logits.to(ScalarType.Float64).softmax(1);
        var overall = likelihoods.mean([0]);
        var divergence = likelihoods.xlogy(likelihoods).sum(1).mean() - overall.xlogy(overall).sum();
        return Math.Exp(divergence.ToDouble());
    }
}
