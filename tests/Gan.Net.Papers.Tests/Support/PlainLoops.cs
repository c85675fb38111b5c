using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace Gan.Net.Papers.Tests.Support;

/// <summary>
/// Each recipe's training written out as a tutorial would, with the papers' numbers in place: nothing of the trainer, its losses, penalties,
/// optimizers' settings or schedules is used. What they share is the chance: latents, then what a penalty draws.
/// </summary>
internal sealed class PlainLoops(IGenerator generator, IDiscriminator discriminator, IBatchSource<Batch> source) : IDisposable
{
    private readonly Generator _random = new(0, CPU);

    private IEnumerable<TorchSharp.Modules.Parameter> OfGenerator => generator.Module.parameters();

    private IEnumerable<TorchSharp.Modules.Parameter> OfDiscriminator => discriminator.Module.parameters();

    public void Play(string recipe, int rounds)
    {
        Action<int> loop = recipe switch
        {
            "dcgan" => count => Dcgan(count, 2e-4, (real, fake) => softplus(real.neg()).mean() + softplus(fake).mean(), fake => softplus(fake.neg()).mean()),
            "lsgan" => count => Dcgan(
                count, 1e-3, (real, fake) => ((real - 1).square().mean() / 2) + (fake.square().mean() / 2), fake => (fake - 1).square().mean() / 2),
            "wgan" => Wgan,
            "wgan-gp" => WganGp,
            "sn-gan" => SnGan,
            "pacgan-2d" => PacGan,
            _ => throw new ArgumentException($"No plain loop for {recipe}.", nameof(recipe)),
        };
        loop(rounds);
    }

    public void Dispose() => _random.Dispose();

    /// <summary>R3GAN; also gives the generator's averaged weights.</summary>
    public List<double[]> R3Gan(int rounds)
    {
        using var forGenerator = optim.Adam(OfGenerator, 2e-4, 0, .9);
        using var forDiscriminator = optim.Adam(OfDiscriminator, 2e-4, 0, .9);
        var averages = OfGenerator.Select(Numbers).ToList();
        for (var round = 0; round < rounds; round++)
        {
            using var scope = NewDisposeScope();
            using var batch = source.GetBatch(round);
            var seen = (double)round * source.BatchSize;
            double BurnIn(double from, double to) => to + ((from - to) * (1 + Math.Cos(Math.PI * seen / 2e6)) / 2);
            forGenerator.ParamGroups.OfType<optim.IBetas>().Single().Betas = (0, BurnIn(.9, .99));
            forDiscriminator.ParamGroups.OfType<optim.IBetas>().Single().Betas = (0, BurnIn(.9, .99));

            var (real, fake) = (batch.Samples.detach().requires_grad_(), Fakes(batch).detach().requires_grad_());
            var (ofReal, ofFake) = (discriminator.Score(real), discriminator.Score(fake));
            Step(forDiscriminator, softplus(ofFake - ofReal).mean() + (BurnIn(1, .1) / 2 * (Slopes(ofReal, real).mean() + Slopes(ofFake, fake).mean())));
            Step(forGenerator, softplus(discriminator.Score(batch.Samples) - discriminator.Score(Fakes(batch))).mean());

            var halfLife = BurnIn(0, 5e5);
            var kept = halfLife == 0 ? 0 : Math.Pow(.5, source.BatchSize / halfLife);
            foreach (var (average, weight) in averages.Zip(OfGenerator.Select(Numbers)))
            {
                for (var i = 0; i < average.Length; i++)
                {
                    average[i] = (kept * average[i]) + ((1 - kept) * weight[i]);
                }
            }
        }

        return averages;
    }

    /// <summary>Unrolled GAN, for a discriminator of linear layers with tanh between them; also gives the discriminator's weights.</summary>
    public List<double[]> Unrolled(int rounds)
    {
        var rule = new PlainAdam(1e-4, .5, .999);
        using var all = NewDisposeScope();
        using var forGenerator = optim.Adam(OfGenerator, 1e-3, .5, .999);
        var state = PlainAdam.Moment.Start(OfDiscriminator);
        for (var round = 0; round < rounds; round++)
        {
            using var batch = source.GetBatch(round);
            var real = batch.Samples;
            state = UnrolledStep(rule, state, real, Fakes(batch).detach()).Still();

            var fake = Fakes(batch);
            _ = randint(long.MaxValue, [1], ScalarType.Int64, generator: _random);
            var ahead = state;
            for (var step = 0; step < 5; step++)
            {
                ahead = UnrolledStep(rule, ahead, real, fake);
            }

            // The whole value, as in the authors' code: how it judges real samples depends on the generator too, five steps later.
            Step(forGenerator, (softplus(Tanhs(ahead.Weights, real).neg()).mean() + softplus(Tanhs(ahead.Weights, fake)).mean()).neg());
        }

        return [.. state.Weights.Select(Numbers)];
    }

    private static PlainAdam.Moment UnrolledStep(PlainAdam rule, PlainAdam.Moment now, Tensor real, Tensor fake)
    {
        var weights = Array.ConvertAll(now.Weights, weight => weight.requires_grad ? weight : weight.detach().requires_grad_());
        var loss = softplus(Tanhs(weights, real).neg()).mean() + softplus(Tanhs(weights, fake)).mean();
        return rule.Step(now with { Weights = weights }, [.. autograd.grad([loss], weights, create_graph: true, retain_graph: true)]);
    }

    private static Tensor Tanhs(Tensor[] weights, Tensor values)
    {
        for (var i = 0; i < weights.Length; i += 2)
        {
            values = linear(i == 0 ? values : values.tanh(), weights[i], weights[i + 1]);
        }

        return values.flatten();
    }

    private void Dcgan(int rounds, double rate, Func<Tensor, Tensor, Tensor> ofDiscriminator, Func<Tensor, Tensor> ofGenerator)
    {
        using var forGenerator = optim.Adam(OfGenerator, rate, .5, .999);
        using var forDiscriminator = optim.Adam(OfDiscriminator, rate, .5, .999);
        for (var round = 0; round < rounds; round++)
        {
            using var scope = NewDisposeScope();
            using var batch = source.GetBatch(round);
            var fake = Fakes(batch);
            Step(forDiscriminator, ofDiscriminator(discriminator.Score(batch.Samples), discriminator.Score(fake.detach())));
            Step(forGenerator, ofGenerator(discriminator.Score(fake)));
        }
    }

    private void Wgan(int rounds)
    {
        using var forGenerator = optim.RMSProp(OfGenerator, 5e-5, .99);
        using var forDiscriminator = optim.RMSProp(OfDiscriminator, 5e-5, .99);
        var next = 0L;
        for (var round = 0; round < rounds; round++)
        {
            var critics = round < 25 || round % 500 == 0 ? 100 : 5;
            for (var step = 0; step < critics; step++)
            {
                CriticStep(forDiscriminator, next++, (real, fake) => fake.mean() - real.mean(), (_, _) => 0);
                using var scope = NewDisposeScope();
                using var still = no_grad();
                foreach (var weight in OfDiscriminator)
                {
                    weight.clamp_(-.01, .01);
                }
            }

            GeneratorStep(forGenerator);
        }
    }

    private void WganGp(int rounds)
    {
        using var forGenerator = optim.Adam(OfGenerator, 1e-4, 0, .9);
        using var forDiscriminator = optim.Adam(OfDiscriminator, 1e-4, 0, .9);
        Tensor Penalty(Tensor real, Tensor fake)
        {
            var shares = rand([real.shape[0], .. real.shape.Skip(1).Select(_ => 1L)], dtype: ScalarType.Float32, generator: _random);
            var between = (real + (shares * (fake - real))).requires_grad_();
            return 10 * (Slopes(discriminator.Score(between), between).add(1e-12).sqrt() - 1).square().mean();
        }

        for (var step = 0; step < 5 * rounds; step++)
        {
            CriticStep(forDiscriminator, step, (real, fake) => fake.mean() - real.mean(), Penalty);
            if (step % 5 == 4)
            {
                GeneratorStep(forGenerator);
            }
        }
    }

    private void SnGan(int rounds)
    {
        using var forGenerator = optim.Adam(OfGenerator, 2e-4, 0, .9);
        using var forDiscriminator = optim.Adam(OfDiscriminator, 2e-4, 0, .9);
        for (var step = 0; step < 5 * rounds; step++)
        {
            var rate = 2e-4 * (1 - (step / 5 * 5.0 * source.BatchSize / (100_000 * 5 * 64)));
            forGenerator.ParamGroups.Single().LearningRate = rate;
            forDiscriminator.ParamGroups.Single().LearningRate = rate;
            CriticStep(forDiscriminator, step, (real, fake) => relu(1 - real).mean() + relu(1 + fake).mean(), (_, _) => 0);
            if (step % 5 == 4)
            {
                GeneratorStep(forGenerator);
            }
        }
    }

    private void PacGan(int rounds)
    {
        using var forGenerator = optim.Adam(OfGenerator, 1e-4, .8, .999);
        using var forDiscriminator = optim.Adam(OfDiscriminator, 1e-4, .8, .999);
        Tensor Judged(Tensor samples) => discriminator.Score(cat([samples[TensorIndex.Slice(0, null, 2)], samples[TensorIndex.Slice(1, null, 2)]], 1));
        for (var round = 0; round < rounds; round++)
        {
            using var scope = NewDisposeScope();
            using var batch = source.GetBatch(round);
            Step(forDiscriminator, softplus(Judged(Fakes(batch).detach())).mean() + softplus(Judged(batch.Samples).neg()).mean());
            Step(forGenerator, softplus(Judged(Fakes(batch)).neg()).mean());
        }
    }

    private void CriticStep(optim.Optimizer optimizer, long index, Func<Tensor, Tensor, Tensor> loss, Func<Tensor, Tensor, Tensor> penalty)
    {
        using var scope = NewDisposeScope();
        using var batch = source.GetBatch(index);
        var fake = Fakes(batch).detach();
        var (ofReal, ofFake) = (discriminator.Score(batch.Samples), discriminator.Score(fake));
        Step(optimizer, loss(ofReal, ofFake) + penalty(batch.Samples, fake));
    }

    // The generator of the Wasserstein and hinge games.
    private void GeneratorStep(optim.Optimizer optimizer)
    {
        using var scope = NewDisposeScope();
        using var batch = source.GetBatch(0);
        Step(optimizer, discriminator.Score(Fakes(batch)).mean().neg());
    }

    private Tensor Fakes(Batch batch) => generator.Generate(generator.Latent.Sample(batch.Size, _random));

    private void Step(optim.Optimizer optimizer, Tensor loss)
    {
        foreach (var parameter in OfGenerator.Concat(OfDiscriminator))
        {
            parameter.grad?.zero_();
        }

        loss.backward();
        optimizer.step();
    }

    // The squared length of each sample's gradient.
    private static Tensor Slopes(Tensor logits, Tensor samples) =>
        autograd.grad([logits.sum()], [samples], create_graph: true, retain_graph: true)[0].flatten(1).square().sum(1);

    private static double[] Numbers(Tensor values) => values.detach().cpu().to(ScalarType.Float64).contiguous().data<double>().ToArray();
}
