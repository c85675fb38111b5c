using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator EqScalar = new("eq", "Scalar");
        private static readonly Operator EqTensor = new("eq", "Tensor");
        private static readonly Operator EqScalarInPlace = new("eq_", "Scalar");
        private static readonly Operator EqTensorInPlace = new("eq_", "Tensor");
        private static readonly Operator NeScalar = new("ne", "Scalar");
        private static readonly Operator NeTensor = new("ne", "Tensor");
        private static readonly Operator NeScalarInPlace = new("ne_", "Scalar");
        private static readonly Operator NeTensorInPlace = new("ne_", "Tensor");
        private static readonly Operator LtScalar = new("lt", "Scalar");
        private static readonly Operator LtTensor = new("lt", "Tensor");
        private static readonly Operator LtScalarInPlace = new("lt_", "Scalar");
        private static readonly Operator LtTensorInPlace = new("lt_", "Tensor");
        private static readonly Operator LeScalar = new("le", "Scalar");
        private static readonly Operator LeTensor = new("le", "Tensor");
        private static readonly Operator LeScalarInPlace = new("le_", "Scalar");
        private static readonly Operator LeTensorInPlace = new("le_", "Tensor");
        private static readonly Operator GtScalar = new("gt", "Scalar");
        private static readonly Operator GtTensor = new("gt", "Tensor");
        private static readonly Operator GtScalarInPlace = new("gt_", "Scalar");
        private static readonly Operator GtTensorInPlace = new("gt_", "Tensor");
        private static readonly Operator GeScalar = new("ge", "Scalar");
        private static readonly Operator GeTensor = new("ge", "Tensor");
        private static readonly Operator GeScalarInPlace = new("ge_", "Scalar");
        private static readonly Operator GeTensorInPlace = new("ge_", "Tensor");
        private static readonly Operator Isclose = new("isclose");
        private static readonly Operator Allclose = new("allclose");
        private static readonly Operator SameElements = new("equal");

        // As in TorchSharp, comparing with nothing by eq, gt or ge is false rather than an error.

        public Tensor eq(Scalar target) => target is null ? false : EqScalar.Call(this, target);

        public Tensor eq(Tensor target) => target is null ? false : EqTensor.Call(this, target);

        public Tensor eq_(Scalar target) => target is null ? false : EqScalarInPlace.Run(this, target);

        public Tensor eq_(Tensor target) => target is null ? false : EqTensorInPlace.Run(this, target);

        public Tensor ne(Scalar target) => NeScalar.Call(this, target);

        public Tensor ne(Tensor target) => NeTensor.Call(this, target);

        public Tensor ne_(Scalar target) => NeScalarInPlace.Run(this, target);

        public Tensor ne_(Tensor target) => NeTensorInPlace.Run(this, target);

        public Tensor lt(Scalar target) => LtScalar.Call(this, target);

        public Tensor lt(Tensor target) => LtTensor.Call(this, target);

        public Tensor lt_(Scalar target) => LtScalarInPlace.Run(this, target);

        public Tensor lt_(Tensor target) => LtTensorInPlace.Run(this, target);

        public Tensor le(Scalar target) => LeScalar.Call(this, target);

        public Tensor le(Tensor target) => LeTensor.Call(this, target);

        public Tensor le_(Scalar target) => LeScalarInPlace.Run(this, target);

        public Tensor le_(Tensor target) => LeTensorInPlace.Run(this, target);

        public Tensor gt(Scalar target) => target is null ? false : GtScalar.Call(this, target);

        public Tensor gt(Tensor target) => target is null ? false : GtTensor.Call(this, target);

        public Tensor gt_(Scalar target) => target is null ? false : GtScalarInPlace.Run(this, target);

        public Tensor gt_(Tensor target) => target is null ? false : GtTensorInPlace.Run(this, target);

        public Tensor ge(Scalar target) => target is null ? false : GeScalar.Call(this, target);

        public Tensor ge(Tensor target) => target is null ? false : GeTensor.Call(this, target);

        public Tensor ge_(Scalar target) => target is null ? false : GeScalarInPlace.Run(this, target);

        public Tensor ge_(Tensor target) => target is null ? false : GeTensorInPlace.Run(this, target);

        public Tensor equal(Tensor target) => eq(target);

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor not_equal_(Tensor target) => ne_(target);

        public Tensor less(Tensor target) => lt(target);

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor less_equal_(Tensor target) => le_(target);

        public Tensor greater(Tensor target) => gt(target);

        public Tensor greater_equal(Tensor target) => ge(target);

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Isclose.Call(this, other, rtol, atol, nanEqual);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            target is not null && Allclose.CallBoolean(this, target, rtol, atol, equal_nan);

        /// <summary>Whether the other tensor has the same shape and the same elements.</summary>
        public bool Equals(Tensor target) => target is not null && SameElements.CallBoolean(this, target);

        public override bool Equals(object? obj) => obj is Tensor tensor && Equals(tensor);

        /// <summary>A hash of the object, not of its elements.</summary>
        public override int GetHashCode() => base.GetHashCode();
    }
}
