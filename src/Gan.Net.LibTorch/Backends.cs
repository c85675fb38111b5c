using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static class cuda
    {
        public static bool is_available() => Native.gannet_cuda_available() != 0 && Native.gannet_cuda_count() > 0;

        public static bool is_cudnn_available() => Native.gannet_cudnn_available() != 0;

        public static int device_count() => Native.gannet_cuda_count();

        public static void manual_seed(long seed) => Native.Check(Native.gannet_cuda_manual_seed((ulong)seed, 0));

        public static void manual_seed_all(long seed) => Native.Check(Native.gannet_cuda_manual_seed((ulong)seed, 1));

        /// <summary>Waits until everything queued on the device has run.</summary>
        public static void synchronize(Device? device = null) => Native.Check(Native.gannet_cuda_synchronize(device?.index ?? -1));
    }

    public static class backends
    {
        public static class cuda
        {
            public static class matmul
            {
                /// <summary>Whether matrix products may round their inputs to TF32 (10 mantissa bits).</summary>
                public static bool allow_tf32
                {
                    get => Native.gannet_get_flag(0) != 0;
                    set => Native.Check(Native.gannet_set_flag(0, value ? 1 : 0));
                }
            }
        }

        public static class cudnn
        {
            /// <summary>Whether convolutions may round their inputs to TF32 (10 mantissa bits).</summary>
            public static bool allow_tf32
            {
                get => Native.gannet_get_flag(1) != 0;
                set => Native.Check(Native.gannet_set_flag(1, value ? 1 : 0));
            }
        }
    }

    /// <summary>The libtorch version the binding was built against.</summary>
    public static string __version__ => System.Runtime.InteropServices.Marshal.PtrToStringUTF8(Native.gannet_compiled_version())!;

    public static int get_num_threads() => Native.gannet_threads();

    public static void set_num_threads(int num) => Native.Check(Native.gannet_set_threads(num));

    public static int get_num_interop_threads() => Native.gannet_interop_threads();

    public static void set_num_interop_threads(int num) => Native.Check(Native.gannet_set_interop_threads(num));
}
