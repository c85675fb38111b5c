using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules
{
    /// <summary>Gradients divided by the running root of their squares (Tieleman and Hinton 2012); centered, by their running deviation.</summary>
    public partial class RMSProp : OptimizerHelper, IMomentum
    {
        public RMSProp(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
            bool centered = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
        {
        }

        public RMSProp(
            IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0,
            bool centered = false, bool maximize = false)
        {
            Require(lr >= 0, "learning rate", lr);
            Require(alpha >= 0, "alpha", alpha);
            Require(eps >= 0, "eps", eps);
            Require(weight_decay >= 0, "weight_decay", weight_decay);
            Require(momentum >= 0, "momentum", momentum);
            _defaults = new Options
            {
                LearningRate = lr, InitialLearningRate = lr, alpha = alpha, eps = eps, weight_decay = weight_decay,
                momentum = momentum, centered = centered, maximize = maximize,
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
            var state = (State)remembered;
            var rate = options.LearningRate!.Value;
            var decay = options.weight_decay!.Value;
            var momentum = options.momentum!.Value;
            using var negative = options.maximize!.Value ? InPlace.Negative(gradient) : null;
            using var decayed = decay != 0 ? InPlace.Sum(negative ?? gradient, parameter, decay) : null;
            var ascent = decayed ?? negative ?? gradient;
            using var denominator = state.Average(ascent, options.alpha!.Value, options.centered!.Value);
            InPlace.Add(denominator, options.eps!.Value);
            if (momentum > 0)
            {
                InPlace.Scale(state.momentum_buffer, momentum);
                InPlace.AddQuotient(state.momentum_buffer, ascent, denominator, 1);
                InPlace.Add(parameter, state.momentum_buffer, -rate);
            }
            else
            {
                InPlace.AddQuotient(parameter, ascent, denominator, -rate);
            }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static Modules.RMSProp RMSProp(
                IEnumerable<Modules.Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static Modules.RMSProp RMSProp(
                IEnumerable<(string name, Modules.Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
                double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(named => named.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static Modules.RMSProp RMSProp(
                IEnumerable<Modules.RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}
