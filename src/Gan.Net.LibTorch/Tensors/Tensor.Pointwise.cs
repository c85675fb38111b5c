using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Abs = new("abs");
        private static readonly Operator AbsInPlace = new("abs_");
        private static readonly Operator Sign = new("sign");
        private static readonly Operator SignInPlace = new("sign_");
        private static readonly Operator Signbit = new("signbit");
        private static readonly Operator Sqrt = new("sqrt");
        private static readonly Operator SqrtInPlace = new("sqrt_");
        private static readonly Operator Rsqrt = new("rsqrt");
        private static readonly Operator RsqrtInPlace = new("rsqrt_");
        private static readonly Operator Exp = new("exp");
        private static readonly Operator ExpInPlace = new("exp_");
        private static readonly Operator Exp2 = new("exp2");
        private static readonly Operator Exp2InPlace = new("exp2_");
        private static readonly Operator Expm1 = new("expm1");
        private static readonly Operator Expm1InPlace = new("expm1_");
        private static readonly Operator Log = new("log");
        private static readonly Operator LogInPlace = new("log_");
        private static readonly Operator Log1p = new("log1p");
        private static readonly Operator Log1pInPlace = new("log1p_");
        private static readonly Operator Log2 = new("log2");
        private static readonly Operator Log2InPlace = new("log2_");
        private static readonly Operator Log10 = new("log10");
        private static readonly Operator Log10InPlace = new("log10_");
        private static readonly Operator Sigmoid = new("sigmoid");
        private static readonly Operator SigmoidInPlace = new("sigmoid_");
        private static readonly Operator Logit = new("logit");
        private static readonly Operator LogitInPlace = new("logit_");
        private static readonly Operator Erf = new("erf");
        private static readonly Operator ErfInPlace = new("erf_");
        private static readonly Operator Erfc = new("erfc");
        private static readonly Operator ErfcInPlace = new("erfc_");
        private static readonly Operator Erfinv = new("erfinv");
        private static readonly Operator ErfinvInPlace = new("erfinv_");
        private static readonly Operator Lgamma = new("lgamma");
        private static readonly Operator LgammaInPlace = new("lgamma_");
        private static readonly Operator Digamma = new("digamma");
        private static readonly Operator DigammaInPlace = new("digamma_");
        private static readonly Operator Floor = new("floor");
        private static readonly Operator FloorInPlace = new("floor_");
        private static readonly Operator Ceil = new("ceil");
        private static readonly Operator CeilInPlace = new("ceil_");
        private static readonly Operator RoundDecimals = new("round", "decimals");
        private static readonly Operator RoundDecimalsInPlace = new("round_", "decimals");
        private static readonly Operator Trunc = new("trunc");
        private static readonly Operator TruncInPlace = new("trunc_");
        private static readonly Operator Frac = new("frac");
        private static readonly Operator FracInPlace = new("frac_");

        public Tensor abs() => Abs.Call(this);

        public Tensor abs_() => AbsInPlace.Run(this);

        public Tensor absolute() => abs();

        public Tensor absolute_() => abs_();

        public Tensor sign() => Sign.Call(this);

        public Tensor sign_() => SignInPlace.Run(this);

        public Tensor signbit() => Signbit.Call(this);

        public Tensor sqrt() => Sqrt.Call(this);

        public Tensor sqrt_() => SqrtInPlace.Run(this);

        public Tensor rsqrt() => Rsqrt.Call(this);

        public Tensor rsqrt_() => RsqrtInPlace.Run(this);

        public Tensor exp() => Exp.Call(this);

        public Tensor exp_() => ExpInPlace.Run(this);

        public Tensor exp2() => Exp2.Call(this);

        public Tensor exp2_() => Exp2InPlace.Run(this);

        public Tensor expm1() => Expm1.Call(this);

        public Tensor expm1_() => Expm1InPlace.Run(this);

        public Tensor log() => Log.Call(this);

        public Tensor log_() => LogInPlace.Run(this);

        public Tensor log1p() => Log1p.Call(this);

        public Tensor log1p_() => Log1pInPlace.Run(this);

        public Tensor log2() => Log2.Call(this);

        public Tensor log2_() => Log2InPlace.Run(this);

        public Tensor log10() => Log10.Call(this);

        public Tensor log10_() => Log10InPlace.Run(this);

        public Tensor sigmoid() => Sigmoid.Call(this);

        public Tensor sigmoid_() => SigmoidInPlace.Run(this);

        public Tensor logit(double? eps = null) => Logit.Call(this, eps);

        public Tensor logit_(double? eps = null) => LogitInPlace.Run(this, eps);

        public Tensor erf() => Erf.Call(this);

        public Tensor erf_() => ErfInPlace.Run(this);

        public Tensor erfc() => Erfc.Call(this);

        public Tensor erfc_() => ErfcInPlace.Run(this);

        public Tensor erfinv() => Erfinv.Call(this);

        public Tensor erfinv_() => ErfinvInPlace.Run(this);

        public Tensor lgamma() => Lgamma.Call(this);

        public Tensor lgamma_() => LgammaInPlace.Run(this);

        public Tensor digamma() => Digamma.Call(this);

        public Tensor digamma_() => DigammaInPlace.Run(this);

        public Tensor floor() => Floor.Call(this);

        public Tensor floor_() => FloorInPlace.Run(this);

        public Tensor ceil() => Ceil.Call(this);

        public Tensor ceil_() => CeilInPlace.Run(this);

        public Tensor round(long decimals = 0) => RoundDecimals.Call(this, decimals);

        public Tensor round_(long decimals = 0) => RoundDecimalsInPlace.Run(this, decimals);

        public Tensor trunc() => Trunc.Call(this);

        public Tensor trunc_() => TruncInPlace.Run(this);

        public Tensor fix() => trunc();

        public Tensor fix_() => trunc_();

        public Tensor frac() => Frac.Call(this);

        public Tensor frac_() => FracInPlace.Run(this);
    }
}
