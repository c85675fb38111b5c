using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Sampling;
using Gan.Net.Conditional;
using Gan.Net.Evaluation;
using Gan.Net.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Evaluation;

/// <summary>Feeds real and generated samples to metrics. Everything belongs to the caller.</summary>
internal sealed class Measurement(IGenerator generator, IFeatureExtractor extractor, RealData data, MeasurementPlan plan)
{
    /// <summary>Measures, in the order of the kinds. Where one metric fails, the others have their values.</summary>
    /// <returns>What to tell the shell.</returns>
    /// <exception cref="UserException">A metric does not fit the data or the features; nothing was computed.</exception>
    public int Measure(IReadOnlyList<MetricKind> kinds, MetricLog log)
    {
        Check(kinds);
        WarnOfFewSamples(kinds);
        using var compared = new Comparison(generator, extractor, data, plan, [.. kinds.Where(IsCompared)]);
        foreach (var kind in kinds)
        {
            try
            {
                log.Add([.. Results(kind, compared)]);
            }
            catch (Exception error) when (Sentence.ForUser(error) is not null)
            {
                log.Fail(kind, Sentence.ForUser(error)!);
            }
        }

        log.Close();
        return log.ExitCode;
    }

    private static bool IsCompared(MetricKind kind) => kind is not (MetricKind.Modes or MetricKind.Labels or MetricKind.Ppl or MetricKind.Memorisation);

    private IEnumerable<MetricResult> Results(MetricKind kind, Comparison compared) => kind switch
    {
        MetricKind.Memorisation => Memorised(),
        MetricKind.Ppl =>
        [
            PerceptualPathLength.Measure(
                generator.Condition.ClassCount == 0 ? generator : LabelledGenerator.InTurn(generator), extractor, new PerceptualPathLengthOptions { Pairs = plan.Samples, Seed = plan.Seed }),
        ],
        MetricKind.Modes => Modes().Results.Select(result => result with { Data = data.Name }),
        MetricKind.Labels => [Labels() with { Data = data.Name }],
        _ => compared.Of(kind),
    };

    private IReadOnlyList<MetricResult> Memorised()
    {
        using var comparison = new Comparison(generator, extractor, data, plan with { RealSamples = (int)data.Count!.Value }, [MetricKind.Memorisation]);
        return comparison.Of(MetricKind.Memorisation);
    }

    // A covariance of fewer samples than it has rows is singular, and the distance mostly tells how few they are.
    private void WarnOfFewSamples(IReadOnlyList<MetricKind> kinds)
    {
        if (!kinds.Contains(MetricKind.Fid))
        {
            return;
        }

        using var one = data.Batches(1).Single();
        using var features = extractor.Extract(one);
        var count = features.shape[1];
        if (Math.Min(plan.Samples, plan.RealSamples) is var samples && samples < count)
        {
            MetricLog.Warn($"fid compares {samples} samples in {count} features: so few make it far too high. Take {count + 1} or more of either kind.");
        }
    }

    private void Check(IReadOnlyList<MetricKind> kinds)
    {
        Require(
            !kinds.Contains(MetricKind.Is) || extractor is IClassifier,
            "The Inception Score needs a classifier; take --features digits or inception:FILE, or leave 'is' out.");
        Require(
            !kinds.Contains(MetricKind.Modes) || data.Mixture is not null || extractor is DigitClassifier,
            "Modes are counted for ring and grid, and for digits as --features digits sees them; leave 'modes' out.");
        Require(
            !kinds.Contains(MetricKind.Labels) || (extractor is DigitClassifier digits && generator.Condition.ClassCount > 0 && generator.Condition.ClassCount <= digits.Classes),
            "Labels are compared for a run with --classes, of digits as --features digits sees them; leave 'labels' out.");
        Require(
            !kinds.Contains(MetricKind.Memorisation) || data.Count is not null,
            "Memorisation is looked for in a training set, and this data is drawn without end; leave 'memorisation' out.");
    }

    private ModeCoverageResult Modes()
    {
        if (data.Mixture is { } mixture)
        {
            using var points = SampleStream.Draw(generator, plan.Samples, plan.Seed);
            return ModeCoverage.Of(points, mixture.Modes, mixture.StandardDeviation);
        }

        var classifier = (DigitClassifier)extractor;
        var coverage = new ClassCoverage(classifier.Classes, classifier.Name);
        foreach (var batch in SampleStream.Pieces(generator, plan.Samples, plan.Seed))
        {
            using (batch)
            using (var labels = classifier.Classify(batch))
            {
                coverage.Add(labels);
            }
        }

        return coverage.Compute();
    }

    // Sample n of all in turn is of class n mod classes.
    private MetricResult Labels()
    {
        var classifier = (DigitClassifier)extractor;
        var agreement = new LabelAgreement(generator.Condition.ClassCount, classifier.Name);
        var first = 0L;
        foreach (var batch in SampleStream.Pieces(generator, plan.Samples, plan.Seed))
        {
            using (batch)
            using (var seen = classifier.Classify(batch))
            using (var asked = arange(first, first += batch.shape[0], dtype: ScalarType.Int64).remainder_(generator.Condition.ClassCount))
            {
                agreement.Add(asked, seen);
            }
        }

        return agreement.Compute();
    }

    private static void Require(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new UserException(sentence);
        }
    }
}
