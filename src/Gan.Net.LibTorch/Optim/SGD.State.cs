using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The velocity of one parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>Null until the first step with momentum.</summary>
        public Tensor? momentum_buffer;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options) => Put(ref momentum_buffer, null);

        public override void LoadStateDict(OptimizerState source) => Put(ref momentum_buffer, CopyOf(((State)source).momentum_buffer));

        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && Alike(momentum_buffer, state.momentum_buffer);

        public override void to(Device device) => Move(ref momentum_buffer, device);

        public void Dispose() => momentum_buffer?.Dispose();

        /// <summary>Updates the velocity and returns it.</summary>
        internal Tensor Accelerate(Tensor gradient, double momentum, double share)
        {
            if (momentum_buffer is null)
            {
                Put(ref momentum_buffer, InPlace.Copy(gradient));
            }
            else
            {
                InPlace.Scale(momentum_buffer, momentum);
                InPlace.Add(momentum_buffer, gradient, share);
            }

            return momentum_buffer!;
        }
    }
}
