using Gan.Net.Losses;
using Gan.Net.Mlp;
using Gan.Net.Reporting.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Fields;

public sealed class SamplePushTests
{
    [Fact]
    public void Of_WassersteinAndLinearCritic_IsUphill() => Assert.Equal([3f, -1, 3, -1], Push(PlaneCritic.Linear(3, -1, 7), new WassersteinLoss()));

    [Fact]
    public void Of_NonSaturating_IsStrongWhereTheCriticIsSure()
    {
        // Logits 3x - y: 0 at the origin, 2 at (1, 1). The loss softplus(-l) falls by sigmoid(-l) for each unit of l.
        var push = Push(PlaneCritic.Linear(3, -1, 0), new NonSaturatingLoss());

        float[] expected = [1.5f, -0.5f, 0.35760876f, -0.11920292f];
        Assert.Equal(expected, push, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Of_Minimax_IsWeakWhereTheCriticIsSure()
    {
        // G minimises -softplus(l): a push of sigmoid(l) for each unit.
        var push = Push(PlaneCritic.Linear(3, -1, 0), new MinimaxLoss());

        float[] expected = [1.5f, -0.5f, 2.6423912f, -0.8807971f];
        Assert.Equal(expected, push, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Of_RelativisticPairing_ComparesWithTheRealOnes()
    {
        // Real logits 2 and 0, fake ones 0 and 2: sigmoid(real - fake) of 2 and -2.
        using var real = tensor(new[] { 1f, 1f, 0f, 0f }, 2, 2);
        var push = Push(PlaneCritic.Linear(3, -1, 0), new RelativisticPairingLoss(), real);

        float[] expected = [2.6423912f, -0.8807971f, 0.35760876f, -0.11920292f];
        Assert.Equal(expected, push, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Of_RelativisticWithoutRealOnes_SaysHowManyItNeeds()
    {
        var error = Assert.Throws<ArgumentException>(() => Push(PlaneCritic.Linear(1, 1, 0), new RelativisticPairingLoss()));

        Assert.StartsWith("RelativisticPairingLoss compares each of the 2 generated samples with a real one; 0 were given. Give as many.", error.Message);
    }

    [Fact]
    public void Of_CriticThatIgnoresTheSamples_IsNothing() =>
        Assert.Equal([0f, 0, 0, 0], Push(new PlaneCritic(points => zeros(points.shape[0])), new NonSaturatingLoss()));

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Of_RealDiscriminator_LeavesItsGradientsModesAndSwitchesAlone(string where)
    {
        using var scope = NewDisposeScope();
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
        discriminator.Module.to(new Device(where));
        var frozen = discriminator.Module.parameters().First();
        frozen.requires_grad = false;
        var samples = zeros(4, 2);

        using var push = SamplePush.Of(discriminator, new NonSaturatingLoss(), samples);

        Assert.Equal(DeviceType.CPU, push.device_type);
        Assert.False(push.requires_grad);
        Assert.False(samples.requires_grad);
        Assert.True(discriminator.Module.training);
        Assert.All(discriminator.Module.parameters(), parameter => Assert.True(parameter.grad is null));
        Assert.False(frozen.requires_grad);
        Assert.All(discriminator.Module.parameters().Skip(1), parameter => Assert.True(parameter.requires_grad));
    }

    // At (0, 0) and (1, 1).
    private static float[] Push(PlaneCritic critic, IAdversarialLoss loss, Tensor? real = null)
    {
        using var scope = NewDisposeScope();
        using (critic)
        {
            var samples = tensor(new[] { 0f, 0f, 1f, 1f }, 2, 2);
            return SamplePush.Of(critic, loss, samples, real).data<float>().ToArray();
        }
    }
}
