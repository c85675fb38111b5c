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
    private const int LargestSubset = 1000;

    /// <summary>The results, in the order of the kinds.</summary>
    /// <exception cref="UserException">A metric does not fit the data or the features.</exception>
    public IReadOnlyList<MetricResult> Measure(IReadOnlyList<MetricKind> kinds)
    {
        Check(kinds);
        var byKind = kinds.ToDictionary(kind => kind, _ => (IReadOnlyList<MetricResult>)[]);
        var compared = kinds.Where(kind => kind is not (MetricKind.Modes or MetricKind.Labels or MetricKind.Ppl or MetricKind.Memorisation)).ToArray();
        foreach (var (kind, results) in compared.Zip(Compare(compared.Select(Create).ToArray(), plan.RealSamples)))
        {
            byKind[kind] = results;
        }

        if (kinds.Contains(MetricKind.Memorisation))
        {
            byKind[MetricKind.Memorisation] = Compare([new Memorisation()], data.Count!.Value)[0];
        }

        if (kinds.Contains(MetricKind.Ppl))
        {
            var labelled = generator.Condition.ClassCount == 0 ? generator : LabelledGenerator.InTurn(generator);
            byKind[MetricKind.Ppl] = [PerceptualPathLength.Measure(labelled, extractor, new PerceptualPathLengthOptions { Pairs = plan.Samples, Seed = plan.Seed })];
        }

        if (kinds.Contains(MetricKind.Modes))
        {
            byKind[MetricKind.Modes] = [.. Modes().Results.Select(result => result with { Data = data.Name })];
        }

        if (kinds.Contains(MetricKind.Labels))
        {
            byKind[MetricKind.Labels] = [Labels() with { Data = data.Name }];
        }

        return [.. kinds.SelectMany(kind => byKind[kind])];
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

    private IMetric Create(MetricKind kind) => kind switch
    {
        MetricKind.Fid => new Fid(),
        MetricKind.Kid => new Kid(new KidOptions { SubsetSize = Math.Min(LargestSubset, Math.Min(plan.Samples, plan.RealSamples)) }),
        MetricKind.Is => new InceptionScore(),
        MetricKind.Pr => new PrecisionRecall(),
        MetricKind.Dc => new DensityCoverage(),
        _ => new SlicedWasserstein(),
    };

    // One pass over the samples serves all metrics; each one's results are kept apart to come out in the order asked for.
    private IReadOnlyList<MetricResult>[] Compare(IMetric[] metrics, long realSamples)
    {
        if (metrics.Length == 0)
        {
            return [];
        }

        using var together = new FeatureMetrics(extractor, metrics);
        foreach (var batch in data.Batches(realSamples))
        {
            using (batch)
            {
                together.AddReal(batch);
            }
        }

        foreach (var batch in SampleStream.Pieces(generator, plan.Samples, plan.Seed))
        {
            using (batch)
            {
                together.AddGenerated(batch);
            }
        }

        return [.. metrics.Select(metric => metric.Compute().Select(Named).ToArray())];
    }

    private MetricResult Named(MetricResult result) => result with { Features = extractor.Name, Data = result.RealSamples is null ? "" : data.Name };

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
