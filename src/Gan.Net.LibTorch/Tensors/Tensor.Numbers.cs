using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        private static readonly Operator IsNonzero = new("is_nonzero");

        public static explicit operator float(Tensor value) => value.ToSingle();

        public static explicit operator double(Tensor value) => value.ToDouble();

        public static explicit operator sbyte(Tensor value) => value.ToSByte();

        public static explicit operator byte(Tensor value) => value.ToByte();

        public static explicit operator short(Tensor value) => value.ToInt16();

        public static explicit operator int(Tensor value) => value.ToInt32();

        public static explicit operator long(Tensor value) => value.ToInt64();

        public static explicit operator bool(Tensor value) => value.ToBoolean();

        /// <summary>The one element, on whatever device it lies.</summary>
        /// <exception cref="ArgumentException">There is not exactly one element, or <typeparamref name="T"/> is not its type.</exception>
        public T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
            {
                throw new ArgumentException("Number of elements in the tensor must be 1");
            }

            RequireType<T>();
            if (device_type == DeviceType.CPU)
            {
                var value = *(T*)Memory();
                GC.KeepAlive(this);
                return value;
            }

            using var local = cpu();
            return *(T*)local.Memory();
        }

        /// <summary>The one element as a number of the widest type of its kind.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There is not exactly one element.</exception>
        public Scalar ToScalar()
        {
            var real = Item(out var integer);
            return dtype switch
            {
                ScalarType.Bool => integer != 0,
                var type when torch.is_integral(type) => integer,
                _ => real,
            };
        }

        /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
        public bool is_nonzero() => NumberOfElements == 1
            ? IsNonzero.CallBoolean(this)
            : throw new InvalidOperationException("is_nonzero() called on non-singleton tensor");

        /// <summary>The one element as a real number and, cut off towards zero if it is none, as an integer.</summary>
        internal double Item(out long integer)
        {
            if (torch.is_complex(dtype))
            {
                throw new InvalidOperationException("A complex number has no single value. Take the tensor's real or imag first.");
            }

            double real;
            long whole;
            Native.Check(Native.gannet_tensor_item(Handle, &real, &whole));
            GC.KeepAlive(this);
            integer = whole;
            return real;
        }
    }
}
