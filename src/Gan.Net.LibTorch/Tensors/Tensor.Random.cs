using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator NormalInPlace = new("normal_");
        private static readonly Operator UniformInPlace = new("uniform_");
        private static readonly Operator Bernoulli = new("bernoulli");
        private static readonly Operator RandomFromInPlace = new("random_", "from");
        private static readonly Operator BernoulliTensorInPlace = new("bernoulli_", "Tensor");
        private static readonly Operator BernoulliFloatInPlace = new("bernoulli_", "float");
        private static readonly Operator ExponentialInPlace = new("exponential_");
        private static readonly Operator GeometricInPlace = new("geometric_");
        private static readonly Operator CauchyInPlace = new("cauchy_");
        private static readonly Operator LogNormalInPlace = new("log_normal_");
        private static readonly Operator Multinomial = new("multinomial");
        private static readonly Operator Poisson = new("poisson");

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            NormalInPlace.Run(this, mean, std, generator);

        public Tensor uniform_(double from, double to, Generator? generator = null) => UniformInPlace.Run(this, from, to, generator);

        /// <summary>Overwrites the elements with integers of [from, to); the bounds are cut off towards zero.</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            RandomFromInPlace.Run(this, (long)from, (long)to, generator);

        public Tensor bernoulli(Generator? generator = null) => Bernoulli.Call(this, generator);

        public Tensor bernoulli_(Tensor p, Generator? generator = null) => BernoulliTensorInPlace.Run(this, p, generator);

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => BernoulliFloatInPlace.Run(this, p, generator);

        public Tensor exponential_(double lambda = 1, Generator? generator = null) => ExponentialInPlace.Run(this, lambda, generator);

        public Tensor geometric_(double p, Generator? generator = null) => GeometricInPlace.Run(this, p, generator);

        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
            CauchyInPlace.Run(this, median, sigma, generator);

        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            LogNormalInPlace.Run(this, mean, std, generator);

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Multinomial.Call(this, num_samples, replacement, generator);

        public Tensor poisson(Generator? generator = null) => Poisson.Call(this, generator);
    }
}
