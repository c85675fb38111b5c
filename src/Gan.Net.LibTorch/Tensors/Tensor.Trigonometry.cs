using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Sin = new("sin");
        private static readonly Operator SinInPlace = new("sin_");
        private static readonly Operator Cos = new("cos");
        private static readonly Operator CosInPlace = new("cos_");
        private static readonly Operator Tan = new("tan");
        private static readonly Operator TanInPlace = new("tan_");
        private static readonly Operator Sinh = new("sinh");
        private static readonly Operator SinhInPlace = new("sinh_");
        private static readonly Operator Cosh = new("cosh");
        private static readonly Operator CoshInPlace = new("cosh_");
        private static readonly Operator Tanh = new("tanh");
        private static readonly Operator TanhInPlace = new("tanh_");
        private static readonly Operator Asin = new("asin");
        private static readonly Operator AsinInPlace = new("asin_");
        private static readonly Operator Acos = new("acos");
        private static readonly Operator AcosInPlace = new("acos_");
        private static readonly Operator Atan = new("atan");
        private static readonly Operator AtanInPlace = new("atan_");
        private static readonly Operator Atan2 = new("atan2");
        private static readonly Operator Atan2InPlace = new("atan2_");
        private static readonly Operator Asinh = new("asinh");
        private static readonly Operator AsinhInPlace = new("asinh_");
        private static readonly Operator Acosh = new("acosh");
        private static readonly Operator AcoshInPlace = new("acosh_");
        private static readonly Operator Atanh = new("atanh");
        private static readonly Operator AtanhInPlace = new("atanh_");
        private static readonly Operator Sinc = new("sinc");
        private static readonly Operator SincInPlace = new("sinc_");
        private static readonly Operator Deg2rad = new("deg2rad");
        private static readonly Operator Deg2radInPlace = new("deg2rad_");
        private static readonly Operator Rad2deg = new("rad2deg");
        private static readonly Operator Rad2degInPlace = new("rad2deg_");

        public Tensor sin() => Sin.Call(this);

        public Tensor sin_() => SinInPlace.Run(this);

        public Tensor cos() => Cos.Call(this);

        public Tensor cos_() => CosInPlace.Run(this);

        public Tensor tan() => Tan.Call(this);

        public Tensor tan_() => TanInPlace.Run(this);

        public Tensor sinh() => Sinh.Call(this);

        public Tensor sinh_() => SinhInPlace.Run(this);

        public Tensor cosh() => Cosh.Call(this);

        public Tensor cosh_() => CoshInPlace.Run(this);

        public Tensor tanh() => Tanh.Call(this);

        public Tensor tanh_() => TanhInPlace.Run(this);

        public Tensor asin() => Asin.Call(this);

        public Tensor asin_() => AsinInPlace.Run(this);

        public Tensor acos() => Acos.Call(this);

        public Tensor acos_() => AcosInPlace.Run(this);

        public Tensor atan() => Atan.Call(this);

        public Tensor atan_() => AtanInPlace.Run(this);

        public Tensor atan2(Tensor other) => Atan2.Call(this, other);

        public Tensor atan2_(Tensor other) => Atan2InPlace.Run(this, other);

        public Tensor asinh() => Asinh.Call(this);

        public Tensor asinh_() => AsinhInPlace.Run(this);

        public Tensor acosh() => Acosh.Call(this);

        public Tensor acosh_() => AcoshInPlace.Run(this);

        public Tensor atanh() => Atanh.Call(this);

        public Tensor atanh_() => AtanhInPlace.Run(this);

        public Tensor arcsin() => asin();

        public Tensor arcsin_() => asin_();

        public Tensor arccos() => acos();

        public Tensor arccos_() => acos_();

        public Tensor arctan() => atan();

        public Tensor arctan(Tensor other) => atan2(other);

        public Tensor arctan_() => atan_();

        public Tensor arctan_(Tensor other) => atan2_(other);

        public Tensor arctan2(Tensor other) => atan2(other);

        public Tensor arctan2_(Tensor other) => atan2_(other);

        public Tensor arcsinh() => asinh();

        public Tensor arcsinh_() => asinh_();

        public Tensor arccosh() => acosh();

        public Tensor arccosh_() => acosh_();

        public Tensor arctanh() => atanh();

        public Tensor arctanh_() => atanh_();

        public Tensor sinc() => Sinc.Call(this);

        public Tensor sinc_() => SincInPlace.Run(this);

        public Tensor deg2rad() => Deg2rad.Call(this);

        public Tensor deg2rad_() => Deg2radInPlace.Run(this);

        public Tensor rad2deg() => Rad2deg.Call(this);

        public Tensor rad2deg_() => Rad2degInPlace.Run(this);
    }
}
