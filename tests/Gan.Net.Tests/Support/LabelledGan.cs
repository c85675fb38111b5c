using Gan.Net.Training;
using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>A tiny game on labelled noise of three classes, whose models write down each condition they are given.</summary>
internal sealed class LabelledGan : IDisposable
{
    public const int Classes = 3;

    private readonly TinyGenerator _generator = new();
    private readonly TinyDiscriminator _discriminator = new();

    public LabelledGan(GanTrainerOptions? options = null, ILogger? logger = null)
    {
        Trainer = new GanTrainer(new Generator(this), new Discriminator(this), options, logger);
        Source = new NoiseSource(2) { Labelled = true, Classes = Classes, BatchSize = 6 };
    }

    /// <summary>What was called, with its labels; "first" and later entries alike.</summary>
    public List<(string Call, long[]? Labels)> Calls { get; } = [];

    public GanTrainer Trainer { get; }

    public NoiseSource Source { get; }

    /// <summary>The labels of a batch of the source.</summary>
    public long[] LabelsOf(long index)
    {
        using var batch = Source.GetBatch(index);
        return batch.Condition!.data<long>().ToArray();
    }

    public void Dispose()
    {
        Trainer.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
    }

    private void Note(string call, Tensor? labels) => Calls.Add((call, labels?.cpu().data<long>().ToArray()));

    private sealed class Generator(LabelledGan gan) : IGenerator
    {
        public LatentSpace Latent => gan._generator.Latent;

        public nn.Module Module => gan._generator;

        public ConditionSpace Condition { get; } = ConditionSpace.Classes(LabelledGan.Classes);

        public Tensor Generate(GeneratorInput input)
        {
            gan.Note("generate", input.Condition);
            return gan._generator.Generate(input.Latents!).add(input.Condition!.unsqueeze(1));
        }

        public void Dispose()
        {
        }
    }

    private sealed class Discriminator(LabelledGan gan) : IDiscriminator
    {
        public nn.Module Module => gan._discriminator;

        public ConditionSpace Condition { get; } = ConditionSpace.Classes(LabelledGan.Classes);

        public DiscriminatorOutput Score(DiscriminatorInput input)
        {
            gan.Note("score", input.Condition);
            return new DiscriminatorOutput { Logits = gan._discriminator.Score(input.Samples).add(input.Condition!) };
        }

        public void Dispose()
        {
        }
    }
}
