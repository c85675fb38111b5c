using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Gradient descent, with momentum and Nesterov's form of it. As in TorchSharp, <c>maximize</c> turns the whole step round,
    /// weight decay included, where PyTorch turns the gradient.
    /// </summary>
    public partial class SGD : OptimizerHelper, IMomentum
    {
        public SGD(
            IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
        {
        }

        public SGD(
            IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(momentum >= 0, "momentum", momentum);
            Require(weight_decay >= 0, "weight_decay", weight_decay);
            if (nesterov && (momentum <= 0 || dampening != 0))
            {
                throw new ArgumentException($"Nesterov's form needs a momentum above 0 and no dampening; given {momentum} and {dampening}.");
            }

            _defaults = new Options
            {
                LearningRate = lr, InitialLearningRate = lr, momentum = momentum, dampening = dampening,
                weight_decay = weight_decay, nesterov = nesterov, maximize = maximize,
            };
            foreach (var group in parameters)
            {
                add_param_group(group);
            }
        }

        /// <summary>The optimizer's own, which groups added later take over.</summary>
        public double Momentum
        {
            get => ((Options)_defaults).momentum!.Value;
            set => ((Options)_defaults).momentum = value;
        }

        public override Tensor? step(Func<Tensor>? closure = null) => StepEach(Apply, closure);

        public override void add_param_group(Modules.ParamGroup param_group) =>
            Add(param_group, param_group.Options ?? new Options(), parameter => new State(parameter));

        private static void Apply(OptimizerOptions given, OptimizerState remembered, Parameter parameter, Tensor gradient)
        {
            var options = (Options)given;
            var rate = options.LearningRate!.Value;
            var decay = options.weight_decay!.Value;
            var momentum = options.momentum!.Value;
            using var decayed = decay != 0 ? InPlace.Sum(gradient, parameter, decay) : null;
            var direction = decayed ?? gradient;
            var velocity = momentum != 0 ? ((State)remembered).Accelerate(direction, momentum, 1 - options.dampening!.Value) : null;
            using var ahead = velocity is not null && options.nesterov!.Value ? InPlace.Sum(direction, velocity, momentum) : null;
            InPlace.Add(parameter, ahead ?? velocity ?? direction, options.maximize!.Value ? rate : -rate);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static Modules.SGD SGD(
                IEnumerable<Modules.Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0,
                bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static Modules.SGD SGD(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static Modules.SGD SGD(
                IEnumerable<Modules.SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
