using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public ScalarType dtype => (ScalarType)Native.gannet_tensor_dtype(Handle);

        public Device device => device_type == DeviceType.CPU ? CPU : new Device(device_type, device_index);

        public DeviceType device_type => (DeviceType)Native.gannet_tensor_device_type(Handle);

        public int device_index => Native.gannet_tensor_device_index(Handle);

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse => Native.gannet_tensor_layout(Handle) != 0;

        public long Dimensions => Native.gannet_tensor_dim(Handle);

        public long ndim => Dimensions;

        public long NumberOfElements => Native.gannet_tensor_numel(Handle);

        public long ElementSize => Native.gannet_tensor_element_size(Handle);

        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                fixed (long* target = sizes)
                {
                    Native.gannet_tensor_sizes(Handle, target);
                }

                return sizes;
            }
        }

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public long[] size() => shape;

        public long size(int dim)
        {
            var sizes = shape;
            return sizes[dim < 0 ? dim + sizes.Length : dim];
        }

        public unsafe long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* target = strides)
            {
                Native.Check(Native.gannet_tensor_strides(Handle, target));
            }

            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim)
        {
            var strides = stride();
            return strides[dim < 0 ? dim + strides.Length : dim];
        }

        public long storage_offset() => Native.gannet_tensor_storage_offset(Handle);

        public bool is_contiguous() => Native.gannet_tensor_is_contiguous(Handle) != 0;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_complex() => torch.is_complex(dtype);
    }
}
