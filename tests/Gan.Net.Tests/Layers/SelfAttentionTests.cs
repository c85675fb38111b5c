using Gan.Net.Layers;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Layers;

public sealed class SelfAttentionTests
{
    [Theory]
    [InlineData(128, 20_481)]
    [InlineData(64, 5_121)]
    public void Create_Channels_HasThePublishedNumberOfParameters(long channels, long parameters)
    {
        using var random = new Generator(1, CPU);
        foreach (var norm in new[] { WeightNorm.None, WeightNorm.Spectral })
        {
            using var layer = new SelfAttention(channels, random, norm);
            Assert.Equal(parameters, layer.parameters().Sum(parameter => parameter.numel()));
        }
    }

    [Fact]
    public void Create_Convolutions_AreDrawnFromTheVarianceOfTheirInputs()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var weights = new SelfAttention(256, random, WeightNorm.None).named_parameters().ToDictionary(parameter => parameter.name, parameter => parameter.parameter);

        Assert.Equal(1 / 16.0, weights["query.weight"].std().ToDouble(), .003);
        Assert.Equal(1 / 16.0, weights["value.weight"].std().ToDouble(), .002);
        Assert.Equal(1 / Math.Sqrt(128), weights["output.weight"].std().ToDouble(), .002);
    }

    [Fact]
    public void Forward_AsMade_IsTheIdentity()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var input = randn(2, 8, 4, 6);

        Assert.Equal(input.data<float>().ToArray(), new SelfAttention(8, random).call(input).data<float>().ToArray());
    }

    // Query and key have one channel, value and output 4: every step of the layer, written out for one position.
    [Fact]
    public void Forward_Awake_AddsTheAttendedValues()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var layer = new SelfAttention(8, random, WeightNorm.None);
        layer.to(ScalarType.Float64);
        var weights = layer.named_parameters().ToDictionary(parameter => parameter.name, parameter => parameter.parameter.detach().reshape(parameter.parameter.shape[0], -1));
        InitialWeights.Constant(layer.named_parameters().Single(parameter => parameter.name == "gamma").parameter, .5);
        var input = randn(1, 8, 2, 4, dtype: ScalarType.Float64, generator: random);

        var output = layer.call(input);

        var positions = input.view(8, 8);
        var query = weights["query.weight"].matmul(positions);
        var (left, right) = (new long[] { 0, 1, 4, 5 }, new long[] { 2, 3, 6, 7 }); // the two 2 by 2 blocks of 2 by 4 pixels
        Tensor Pooled(string name)
        {
            var all = weights[name].matmul(positions);
            return stack([all.index_select(1, tensor(left)).amax([1]), all.index_select(1, tensor(right)).amax([1])], 1);
        }

        var (key, value) = (Pooled("key.weight"), Pooled("value.weight"));
        for (var position = 0; position < 8; position++)
        {
            var (a, b) = ((query[0, position] * key[0, 0]).exp().ToDouble(), (query[0, position] * key[0, 1]).exp().ToDouble());
            var attended = value.select(1, 0).mul(a / (a + b)).add(value.select(1, 1).mul(b / (a + b)));
            var expected = positions.select(1, position).add(weights["output.weight"].mv(attended).mul(.5));
            Assert.Equal(expected.data<double>().ToArray(), output.view(8, 8).select(1, position).contiguous().data<double>().ToArray(), new Near(1e-12));
        }
    }

    [Fact]
    public void State_SpectralNorm_IsThatOfTheConvolutions()
    {
        using var random = new Generator(1, CPU);
        using var layer = new SelfAttention(8, random);

        Assert.Equal(
            [
                "gamma", "key.layer.weight", "key.u", "output.layer.weight", "output.u", "query.layer.weight", "query.u", "value.layer.weight", "value.u",
            ],
            layer.state_dict().Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(0)]
    public void Create_ChannelsThatDoNotDivide_SaysWhatItTakes(long channels)
    {
        using var random = new Generator(1, CPU);

        var failure = Assert.Throws<ArgumentException>(nameof(channels), () => new SelfAttention(channels, random));

        Assert.StartsWith($"SelfAttention takes a multiple of 8 channels; was {channels}.", failure.Message, StringComparison.Ordinal);
    }
}
