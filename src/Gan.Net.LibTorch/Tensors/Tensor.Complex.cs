using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator ViewAsReal = new("view_as_real");
        private static readonly Operator ViewAsComplex = new("view_as_complex");
        private static readonly Operator RealPart = new("real");
        private static readonly Operator ImaginaryPart = new("imag");
        private static readonly Operator Angle = new("angle");
        private static readonly Operator Conjugate = new("conj");
        private static readonly Operator IsConjugated = new("is_conj");
        private static readonly Operator IsNegated = new("is_neg");
        private static readonly Operator ResolveConjugate = new("resolve_conj");
        private static readonly Operator ResolveNegative = new("resolve_neg");

        /// <summary>The real parts; of a real tensor, the tensor itself.</summary>
        public Tensor real => RealPart.Call(this);

        public Tensor imag => ImaginaryPart.Call(this);

        /// <summary>Real and imaginary parts as a new last dimension of length 2.</summary>
        public Tensor view_as_real() => ViewAsReal.Call(this);

        /// <summary>A last dimension of length 2 as real and imaginary parts.</summary>
        public Tensor view_as_complex() => ViewAsComplex.Call(this);

        /// <summary>The numbers' angles in radians.</summary>
        public Tensor angle() => Angle.Call(this);

        /// <summary>The conjugates: a view that only notes the fact. Its memory cannot be read before <see cref="resolve_conj"/>.</summary>
        public Tensor conj() => Conjugate.Call(this);

        public bool is_conj() => IsConjugated.CallBoolean(this);

        public bool is_neg() => IsNegated.CallBoolean(this);

        public Tensor resolve_conj() => ResolveConjugate.Call(this);

        public Tensor resolve_neg() => ResolveNegative.Call(this);
    }

    public static Tensor view_as_real(Tensor input) => input.view_as_real();

    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();

    public static Tensor real(Tensor input) => input.real;

    public static Tensor imag(Tensor input) => input.imag;

    public static Tensor angle(Tensor input) => input.angle();

    public static Tensor conj(Tensor input) => input.conj();

    public static bool is_conj(Tensor input) => input.is_conj();

    public static Tensor resolve_conj(Tensor input) => input.resolve_conj();

    public static Tensor resolve_neg(Tensor input) => input.resolve_neg();
}
