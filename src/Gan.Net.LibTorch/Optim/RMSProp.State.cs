using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>The running means of one parameter. All three tensors are always there, used or not, as in TorchSharp.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor square_avg = null!;
        public Tensor momentum_buffer = null!;
        public Tensor grad_avg = null!;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Put(ref square_avg!, Zeros());
            Put(ref momentum_buffer!, Zeros());
            Put(ref grad_avg!, Zeros());
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var from = (State)source;
            step = from.step;
            Put(ref square_avg!, CopyOf(from.square_avg));
            Put(ref momentum_buffer!, CopyOf(from.momentum_buffer));
            Put(ref grad_avg!, CopyOf(from.grad_avg));
        }

        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && step == state.step &&
            Alike(square_avg, state.square_avg) && Alike(momentum_buffer, state.momentum_buffer) && Alike(grad_avg, state.grad_avg);

        public override void to(Device device)
        {
            Move(ref square_avg!, device);
            Move(ref momentum_buffer!, device);
            Move(ref grad_avg!, device);
        }

        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }

        /// <summary>Updates the means; returns a new tensor, the root of the mean square or of the variance.</summary>
        internal Tensor Average(Tensor gradient, double alpha, bool centered)
        {
            step++;
            InPlace.Scale(square_avg, alpha);
            InPlace.AddProduct(square_avg, gradient, gradient, 1 - alpha);
            if (!centered)
            {
                return InPlace.Root(square_avg);
            }

            InPlace.Scale(grad_avg, alpha);
            InPlace.Add(grad_avg, gradient, 1 - alpha);
            using var variance = InPlace.Copy(square_avg);
            InPlace.AddProduct(variance, grad_avg, grad_avg, -1);
            return InPlace.Root(variance);
        }
    }
}
