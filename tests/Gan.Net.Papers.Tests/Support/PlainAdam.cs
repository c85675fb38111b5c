using static TorchSharp.torch;

namespace Gan.Net.Papers.Tests.Support;

/// <summary>Adam as a function of tensors (Kingma and Ba 2014, algorithm 1), so that a gradient can flow through its steps.</summary>
internal sealed record PlainAdam(double Rate, double Beta1, double Beta2)
{
    private const double Epsilon = 1e-8;

    /// <summary>The parameters and their two means after one step, and the steps taken.</summary>
    internal sealed record Moment(Tensor[] Weights, Tensor[] First, Tensor[] Second, int Steps)
    {
        public static Moment Start(IEnumerable<Tensor> weights)
        {
            Tensor[] all = [.. weights.Select(weight => weight.detach().clone())];
            return new Moment(all, Array.ConvertAll(all, weight => zeros_like(weight)), Array.ConvertAll(all, weight => zeros_like(weight)), 0);
        }

        /// <summary>The same numbers without their graph.</summary>
        public Moment Still() => new(Array.ConvertAll(Weights, value => value.detach()), Array.ConvertAll(First, value => value.detach()), Array.ConvertAll(Second, value => value.detach()), Steps);
    }

    public Moment Step(Moment now, IReadOnlyList<Tensor> gradients)
    {
        var steps = now.Steps + 1;
        Tensor[] first = [.. now.First.Zip(gradients, (mean, gradient) => mean.mul(Beta1).add(gradient.mul(1 - Beta1)))];
        Tensor[] second = [.. now.Second.Zip(gradients, (mean, gradient) => mean.mul(Beta2).add(gradient.square().mul(1 - Beta2)))];
        var (unbias1, unbias2) = (1 - Math.Pow(Beta1, steps), 1 - Math.Pow(Beta2, steps));
        Tensor[] weights = [.. now.Weights.Select((weight, i) =>
            weight.sub(first[i].div(unbias1).div(second[i].div(unbias2).sqrt().add(Epsilon)).mul(Rate)))];
        return new Moment(weights, first, second, steps);
    }
}
