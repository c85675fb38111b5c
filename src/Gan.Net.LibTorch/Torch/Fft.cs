using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

/// <summary>Which direction of a Fourier transform divides by the length; <c>Ortho</c> shares it.</summary>
public enum FFTNormType
{
    Backward = 0,
    Forward = 1,
    Ortho = 2,
}

public static partial class torch
{
    /// <summary>Discrete Fourier transforms. A length of -1, or a size of null, stands for the input's own.</summary>
    public static class fft
    {
        private static readonly Operator Forward = new("fft_fft");
        private static readonly Operator Inverse = new("fft_ifft");
        private static readonly Operator RealForward = new("fft_rfft");
        private static readonly Operator RealInverse = new("fft_irfft");
        private static readonly Operator Forward2 = new("fft_fft2");
        private static readonly Operator Inverse2 = new("fft_ifft2");
        private static readonly Operator RealForward2 = new("fft_rfft2");
        private static readonly Operator RealInverse2 = new("fft_irfft2");
        private static readonly Operator ForwardN = new("fft_fftn");
        private static readonly Operator InverseN = new("fft_ifftn");
        private static readonly Operator RealForwardN = new("fft_rfftn");
        private static readonly Operator RealInverseN = new("fft_irfftn");
        private static readonly Operator Shift = new("fft_fftshift");
        private static readonly Operator InverseShift = new("fft_ifftshift");
        private static readonly Operator Frequencies = new("fft_fftfreq");
        private static readonly Operator RealFrequencies = new("fft_rfftfreq");

        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Forward.Call(input, Length(n), dim, Name(norm));

        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Inverse.Call(input, Length(n), dim, Name(norm));

        /// <summary>The half of a real signal's transform that is not redundant.</summary>
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            RealForward.Call(input, Length(n), dim, Name(norm));

        /// <summary>Undoes <see cref="rfft"/>; the length is even unless given.</summary>
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            RealInverse.Call(input, Length(n), dim, Name(norm));

        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Forward2.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Inverse2.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            RealForward2.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            RealInverse2.Call(input, s, dim ?? [-2, -1], Name(norm));

        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            ForwardN.Call(input, s, dim, Name(norm));

        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            InverseN.Call(input, s, dim, Name(norm));

        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            RealForwardN.Call(input, s, dim, Name(norm));

        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            RealInverseN.Call(input, s, dim, Name(norm));

        /// <summary>The zero frequency moved to the middle.</summary>
        public static Tensor fftshift(Tensor input, long[]? dim = null) => Shift.Call(input, dim);

        public static Tensor ifftshift(Tensor input, long[]? dim = null) => InverseShift.Call(input, dim);

        /// <summary>The frequencies of a transform's elements for samples <paramref name="d"/> apart.</summary>
        public static Tensor fftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(Frequencies.Call(n, d, dtype ?? get_default_dtype(), Argument.Default, InitializeDevice(device)), requires_grad);

        public static Tensor rfftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Made(RealFrequencies.Call(n, d, dtype ?? get_default_dtype(), Argument.Default, InitializeDevice(device)), requires_grad);

        private static long? Length(long n) => n == -1 ? null : n;

        private static string Name(FFTNormType norm) => norm switch
        {
            FFTNormType.Backward => "backward",
            FFTNormType.Forward => "forward",
            FFTNormType.Ortho => "ortho",
            _ => throw new ArgumentOutOfRangeException(nameof(norm), norm, null),
        };
    }
}
