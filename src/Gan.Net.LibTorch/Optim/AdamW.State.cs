using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The moments of one parameter's gradients.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;

        /// <summary>The largest second moment so far; null without <c>amsgrad</c>.</summary>
        public Tensor? max_exp_avg_sq;

        public State(Parameter parameter)
            : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options)
        {
            step = 0;
            Put(ref exp_avg!, Zeros());
            Put(ref exp_avg_sq!, Zeros());
            Put(ref max_exp_avg_sq, ((Options)options).amsgrad == true ? Zeros() : null);
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var from = (State)source;
            step = from.step;
            Put(ref exp_avg!, CopyOf(from.exp_avg));
            Put(ref exp_avg_sq!, CopyOf(from.exp_avg_sq));
            Put(ref max_exp_avg_sq, CopyOf(from.max_exp_avg_sq));
        }

        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && step == state.step &&
            Alike(exp_avg, state.exp_avg) && Alike(exp_avg_sq, state.exp_avg_sq) && Alike(max_exp_avg_sq, state.max_exp_avg_sq);

        public override void to(Device device)
        {
            Move(ref exp_avg!, device);
            Move(ref exp_avg_sq!, device);
            Move(ref max_exp_avg_sq, device);
        }

        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
        }
    }
}
