using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator Pad = new("pad");

            /// <summary>Widens a tensor by <paramref name="pad"/>: before and after the last dimension, then the one before it, and so on.</summary>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Reflect => Pad.Call(input, pad, "reflect"),
                PaddingModes.Replicate => Pad.Call(input, pad, "replicate"),
                PaddingModes.Circular => Pad.Call(input, pad, "circular"),
                _ => Pad.Call(input, pad, "constant", value),
            };

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (long[])[pad.Item1, pad.Item2], mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (long[])[pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Widens every dimension, batch and channels too, by the same amount on both sides.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, ModuleTensors.Repeat(pad, 2 * (int)input.ndim), mode, value);
        }
    }
}
