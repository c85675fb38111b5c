using Gan.Net.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Layers;

public sealed class InitialWeightsTests
{
    [Fact]
    public void Normal_Parameter_HasTheMeanAndDeviationAndStaysALeaf()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var parameter = nn.Parameter(zeros(100, 100));

        InitialWeights.Normal(parameter, 3, .5, random);

        var values = parameter.data<float>().ToArray();
        var mean = values.Average(value => (double)value);
        Assert.InRange(mean, 3 - .025, 3 + .025);
        Assert.InRange(values.Average(value => (value - mean) * (value - mean)), .25 * (1 - .07), .25 * (1 + .07));
        Assert.True(parameter.is_leaf && parameter.requires_grad);
    }

    [Fact]
    public void Uniform_LayerWithoutBias_FillsTheWeightAlone()
    {
        using var random = new Generator(1, CPU);
        using var layer = nn.Linear(25, 400, hasBias: false);

        InitialWeights.Uniform(layer, random);

        var values = layer.weight.data<float>().ToArray();
        Assert.InRange(values.Max(), .199, .2);
        Assert.InRange(values.Min(), -.2, -.199);
    }

    [Fact]
    public void Uniform_SameGenerator_GivesTheSameNumbers()
    {
        using var layer = nn.Linear(3, 2);

        Assert.Equal(Fill(1), Fill(1));
        Assert.NotEqual(Fill(1), Fill(2));

        float[] Fill(ulong seed)
        {
            using var random = new Generator(seed, CPU);
            InitialWeights.Uniform(layer, random);
            return [.. layer.weight.data<float>().ToArray(), .. layer.bias!.data<float>().ToArray()];
        }
    }

    [Theory]
    [InlineData(6, 6)]
    [InlineData(3, 8)]
    [InlineData(8, 3)]
    public void Orthogonal_Matrix_HasOrthogonalRowsOrColumnsOfTheLength(long rows, long columns)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1, CPU);
        var matrix = zeros(rows, columns, dtype: ScalarType.Float64);

        InitialWeights.Orthogonal(matrix, 1.5, random);

        var products = rows <= columns ? matrix.matmul(matrix.t()) : matrix.t().matmul(matrix);
        Assert.True(products.allclose(eye(Math.Min(rows, columns), dtype: ScalarType.Float64).mul(2.25), atol: 1e-12));
    }
}
