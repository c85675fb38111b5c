using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Numbers go to the dispatcher as they are, without a Scalar or a tensor of their own.
    public partial class Tensor
    {
        private static readonly Operator RsubScalar = new("rsub", "Scalar");

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public static Tensor operator ~(Tensor left) => left.bitwise_not();

        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);

        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);

        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        public static Tensor operator +(Tensor left, int right) => AddScalar.Call(left, right);

        public static Tensor operator +(Tensor left, long right) => AddScalar.Call(left, right);

        public static Tensor operator +(Tensor left, float right) => AddScalar.Call(left, right);

        public static Tensor operator +(Tensor left, double right) => AddScalar.Call(left, right);

        public static Tensor operator +(Scalar left, Tensor right) => AddScalar.Call(right, left);

        public static Tensor operator +(int left, Tensor right) => AddScalar.Call(right, left);

        public static Tensor operator +(long left, Tensor right) => AddScalar.Call(right, left);

        public static Tensor operator +(float left, Tensor right) => AddScalar.Call(right, left);

        public static Tensor operator +(double left, Tensor right) => AddScalar.Call(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        public static Tensor operator -(Tensor left, int right) => SubScalar.Call(left, right);

        public static Tensor operator -(Tensor left, long right) => SubScalar.Call(left, right);

        public static Tensor operator -(Tensor left, float right) => SubScalar.Call(left, right);

        public static Tensor operator -(Tensor left, double right) => SubScalar.Call(left, right);

        public static Tensor operator -(Scalar left, Tensor right) => RsubScalar.Call(right, left);

        public static Tensor operator -(int left, Tensor right) => RsubScalar.Call(right, left);

        public static Tensor operator -(long left, Tensor right) => RsubScalar.Call(right, left);

        public static Tensor operator -(float left, Tensor right) => RsubScalar.Call(right, left);

        public static Tensor operator -(double left, Tensor right) => RsubScalar.Call(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        public static Tensor operator *(Tensor left, int right) => MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, long right) => MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, float right) => MulScalar.Call(left, right);

        public static Tensor operator *(Tensor left, double right) => MulScalar.Call(left, right);

        public static Tensor operator *(Scalar left, Tensor right) => MulScalar.Call(right, left);

        public static Tensor operator *(int left, Tensor right) => MulScalar.Call(right, left);

        public static Tensor operator *(long left, Tensor right) => MulScalar.Call(right, left);

        public static Tensor operator *(float left, Tensor right) => MulScalar.Call(right, left);

        public static Tensor operator *(double left, Tensor right) => MulScalar.Call(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        public static Tensor operator /(Tensor left, int right) => DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, long right) => DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, float right) => DivScalar.Call(left, right);

        public static Tensor operator /(Tensor left, double right) => DivScalar.Call(left, right);

        public static Tensor operator /(Scalar left, Tensor right) => Quotient(left, right);

        public static Tensor operator /(int left, Tensor right) => Quotient(left, right);

        public static Tensor operator /(long left, Tensor right) => Quotient(left, right);

        public static Tensor operator /(float left, Tensor right) => Quotient(left, right);

        public static Tensor operator /(double left, Tensor right) => Quotient(left, right);

        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);

        public static Tensor operator %(Tensor left, int right) => RemainderScalar.Call(left, right);

        public static Tensor operator %(Tensor left, long right) => RemainderScalar.Call(left, right);

        public static Tensor operator %(Tensor left, float right) => RemainderScalar.Call(left, right);

        public static Tensor operator %(Tensor left, double right) => RemainderScalar.Call(left, right);

        // As in PyTorch and TorchSharp, a number over a tensor is its reciprocal times the number.
        private static Tensor Quotient(in Argument dividend, Tensor divisor)
        {
            using var inverse = divisor.reciprocal();
            return MulScalar.Call(inverse, dividend);
        }
    }
}
