using Gan.Net.LibTorch.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The tensor's own memory, valid while the tensor lives; setting it overwrites the content.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous or not on the CPU.</exception>
        /// <exception cref="ArgumentException">The tensor is larger than a span can be, or the new content has another length.</exception>
        public Span<byte> bytes
        {
            get
            {
                RequireReadable();
                var length = NumberOfElements * ElementSize;
                return length <= int.MaxValue
                    ? new Span<byte>(Memory(), (int)length)
                    : throw new ArgumentException("Span only supports up to int.MaxValue elements.");
            }

            set
            {
                var own = bytes;
                if (own.Length != value.Length)
                {
                    throw new ArgumentException($"The tensor holds {own.Length} bytes and was given {value.Length}.");
                }

                value.CopyTo(own);
            }
        }

        /// <summary>The elements, read in place on the CPU and from a copy otherwise.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's element type.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            RequireType<T>();
            return new TensorAccessor<T>(device_type == DeviceType.CPU ? this : cpu());
        }

        /// <summary>One element by its running index.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not on the CPU.</exception>
        /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
        public T ReadCpuValue<T>(long i)
            where T : unmanaged
        {
            RequireCpu();
            RequireType<T>();
            return new TensorAccessor<T>(this).At(i);
        }

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        /// <summary>Writes the content to a stream, in logical order, in the machine's byte order.</summary>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            RequireReadable();
            var buffer = new byte[bufferSize];
            var memory = (byte*)Memory();
            var left = NumberOfElements * ElementSize;
            while (left > 0)
            {
                var length = (int)Math.Min(left, bufferSize);
                new ReadOnlySpan<byte>(memory, length).CopyTo(buffer);
                stream.Write(buffer, 0, length);
                memory += length;
                left -= length;
            }

            GC.KeepAlive(this);
        }

        /// <summary>Overwrites the content with bytes from a stream.</summary>
        /// <exception cref="EndOfStreamException">The stream ended first.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            RequireReadable();
            var buffer = new byte[bufferSize];
            var memory = (byte*)Memory();
            var left = NumberOfElements * ElementSize;
            while (left > 0)
            {
                var length = (int)Math.Min(left, bufferSize);
                stream.ReadExactly(buffer, 0, length);
                buffer.AsSpan(0, length).CopyTo(new Span<byte>(memory, length));
                memory += length;
                left -= length;
            }

            GC.KeepAlive(this);
        }

        private void* Memory()
        {
            void* data;
            Native.Check(Native.gannet_tensor_data(Handle, &data));
            return data;
        }

        private void RequireReadable()
        {
            RequireCpu();
            if (!is_contiguous())
            {
                throw new InvalidOperationException("The bytes of a tensor that is not contiguous cannot be reached as a whole. Call contiguous() first.");
            }
        }

        private void RequireCpu()
        {
            if (device_type != DeviceType.CPU)
            {
                throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
            }
        }

        private void RequireType<T>()
        {
            if (ToScalarType(typeof(T)) != dtype)
            {
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
            }
        }
    }
}
