using Gan.Net.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>
/// One row's game as a tutorial writes it on TorchSharp, without Gan.Net: two backward passes for the discriminator, gradients for the
/// opponent that nobody uses, an optimizer over each network's own parameters. The same loop as <c>textbook</c> in <c>peers.py</c>.
/// </summary>
internal sealed class TextbookGame : IDisposable
{
    private readonly PeerRow _row;
    private readonly bool _shared;
    private readonly Module<Tensor, Tensor> _generator;
    private readonly Module<Tensor, Tensor> _discriminator;
    private readonly Adam _forGenerator;
    private readonly Adam _forDiscriminator;
    private readonly Tensor _data;
    private readonly int _slices;
    private int _at;

    public TextbookGame(PeerRow row, LatentReuse latents, int slices = SliceSource.Many)
    {
        _row = row;
        _shared = latents == LatentReuse.Shared;
        _slices = slices;
        (_generator, _discriminator) = TextbookModels.Of(row);
        var (beta1, beta2) = row.Wgan ? (0.0, 0.9) : (0.5, 0.999);
        _forGenerator = optim.Adam(_generator.parameters(), 2e-4, beta1, beta2);
        _forDiscriminator = optim.Adam(_discriminator.parameters(), 2e-4, beta1, beta2);
        _data = rand([slices * row.Batch, .. row.SampleShape]).mul_(2).sub_(1);
    }

    /// <summary>Plays rounds.</summary>
    public void Play(int count)
    {
        for (var i = 0; i < count; i++)
        {
            using var scope = NewDisposeScope();
            if (_row.Wgan)
            {
                PlayWgan(Real());
            }
            else
            {
                PlayRound(Real());
            }
        }
    }

    public void Dispose()
    {
        _forGenerator.Dispose();
        _forDiscriminator.Dispose();
        _generator.Dispose();
        _discriminator.Dispose();
        _data.Dispose();
    }

    private void PlayRound(Tensor real)
    {
        var (asReal, asFake) = (ones(_row.Batch), zeros(_row.Batch));
        _forDiscriminator.zero_grad();
        functional.binary_cross_entropy_with_logits(_discriminator.call(real), asReal).backward();
        var fake = Fakes();
        functional.binary_cross_entropy_with_logits(_discriminator.call(fake.detach()), asFake).backward();
        _forDiscriminator.step();
        _forGenerator.zero_grad();
        functional.binary_cross_entropy_with_logits(_discriminator.call(_shared ? fake : Fakes()), asReal).backward();
        _forGenerator.step();
    }

    private void PlayWgan(Tensor real)
    {
        _forDiscriminator.zero_grad();
        var fake = Fakes();
        var loss = _discriminator.call(fake.detach()).mean() - _discriminator.call(real).mean() + Penalty(real, fake.detach());
        loss.backward();
        _forDiscriminator.step();
        _forGenerator.zero_grad();
        (-_discriminator.call(_shared ? fake : Fakes()).mean()).backward();
        _forGenerator.step();
    }

    private Tensor Penalty(Tensor real, Tensor fake)
    {
        long[] shape = [_row.Batch, .. Enumerable.Repeat(1L, _row.SampleShape.Length)];
        var points = (real + (rand(shape) * (fake - real))).requires_grad_();
        var gradient = autograd.grad([_discriminator.call(points).sum()], [points], retain_graph: true, create_graph: true)[0];
        return 10 * ((gradient.flatten(1).square().sum(1) + 1e-12).sqrt() - 1).square().mean();
    }

    private Tensor Fakes() => _generator.call(randn(_row.Batch, TextbookModels.Latent(_row)));

    private Tensor Real()
    {
        _at = (_at + 1) % _slices;
        return _data.narrow(0, _at * _row.Batch, _row.Batch);
    }
}
