using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class FlatParametersTests
{
    [Fact]
    public void Create_Modules_KeepTheirValuesAndShapes()
    {
        using var discriminator = new TinyDiscriminator();
        var before = Weights.Of(discriminator);
        var shapes = discriminator.parameters().Select(parameter => parameter.shape).ToArray();

        using var flat = new FlatParameters([discriminator]);

        Weights.AssertSame(before, Weights.Of(discriminator));
        Assert.Equal(shapes, discriminator.parameters().Select(parameter => parameter.shape));
        Assert.Equal(2 * 4 + 4 + 4 + 1, flat.Count);
        Assert.All(discriminator.parameters(), parameter => Assert.True(parameter.is_leaf && parameter.requires_grad));
    }

    [Fact]
    public void Create_Buffers_HoldEveryNumberAndZeroBetween()
    {
        using var discriminator = new TinyDiscriminator();
        var values = Weights.Of(discriminator);

        using var flat = new FlatParameters([discriminator]);

        var buffer = flat.Values.detach().to(ScalarType.Float64).data<double>().ToArray();
        Assert.Equal(values.Values.SelectMany(value => value).Order(), buffer.Where(value => value != 0).Order());
        Assert.Equal(buffer.Length, flat.Gradients.numel());
    }

    [Fact]
    public void Values_Changed_ChangesTheModules()
    {
        using var discriminator = new TinyDiscriminator();
        using var flat = new FlatParameters([discriminator]);

        using (no_grad())
        {
            flat.Values.fill_(.25);
        }

        Assert.All(Weights.Of(discriminator).Values.SelectMany(value => value), value => Assert.Equal(.25, value));
    }

    [Fact]
    public void Backward_Twice_AddsUpInTheGradientsUntilZeroed()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new TinyDiscriminator();
        using var flat = new FlatParameters([discriminator]);
        var samples = ones(3, 2);

        discriminator.Score(samples).sum().backward();
        var once = flat.Gradients.data<float>().ToArray();
        discriminator.Score(samples).sum().backward();
        var twice = flat.Gradients.data<float>().ToArray();
        flat.ZeroGradients();

        Assert.Contains(once, gradient => gradient != 0);
        Assert.Equal(once.Select(gradient => 2 * gradient), twice);
        Assert.All(discriminator.parameters(), parameter => Assert.Equal(0, parameter.grad!.abs().sum().ToSingle()));
    }

    [Fact]
    public void Dispose_Modules_StayUsable()
    {
        using var scope = NewDisposeScope();
        using var discriminator = new TinyDiscriminator();
        var before = Weights.Of(discriminator);

        new FlatParameters([discriminator]).Dispose();

        Weights.AssertSame(before, Weights.Of(discriminator));
        discriminator.Score(ones(3, 2)).sum().backward();
        Assert.All(discriminator.parameters(), parameter => Assert.True(parameter.grad!.isfinite().all().ToBoolean()));
    }

    [Fact]
    public void Create_ModuleGivenTwice_CountsItOnce()
    {
        using var discriminator = new TinyDiscriminator();

        using var flat = new FlatParameters([discriminator, discriminator]);

        Assert.Equal(17, flat.Count);
    }

    [Fact]
    public void Create_NoParameters_SaysWhereTheyMustSit()
    {
        using var flatten = nn.Flatten();

        var failure = Assert.Throws<ArgumentException>(() => new FlatParameters([flatten]));

        Assert.Equal("The modules have no parameters. A child module must sit in a field before RegisterComponents() is called.", failure.Message);
    }

    [Fact]
    public void Create_AllFrozen_SaysSo()
    {
        using var discriminator = new TinyDiscriminator();
        foreach (var parameter in discriminator.parameters())
        {
            parameter.requires_grad = false;
        }

        var failure = Assert.Throws<ArgumentException>(() => new FlatParameters([discriminator]));

        Assert.Equal("All 4 parameters of the modules are frozen. Set requires_grad on those to train.", failure.Message);
    }

    [Fact]
    public void Create_MixedTypes_NamesBoth()
    {
        using var single = new TinyDiscriminator();
        using var twice = new DiracDiscriminator(1);

        var failure = Assert.Throws<ArgumentException>(() => new FlatParameters([single, twice]));

        Assert.Equal(
            "The parameters of one player must share a type and a device; found Float32 on cpu and Float64 on cpu. Move the module before training.",
            failure.Message);
    }
}
