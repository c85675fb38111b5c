"""Discrete Fourier transforms; a complex tensor is written as its real and imaginary parts."""

import torch
from torch import fft

from fixtures import Fixtures

fixtures = Fixtures("fourier")
case = fixtures.case


def parts(transform):
    return lambda x: torch.view_as_real(transform(torch.view_as_complex(x) if x.shape[-1] == 2 else x))


case("fft_", parts(fft.fft), input=(3, 4, 2))
case("fft__length", parts(lambda x: fft.fft(x, 5, 0, "ortho")), input=(3, 4, 2))
case("ifft", parts(lambda x: fft.ifft(x, norm="forward")), input=(4, 2))
case("rfft", parts(fft.rfft), input=(2, 5))
case("irfft", lambda x: fft.irfft(torch.view_as_complex(x)), input=(3, 2))
case("irfft_length", lambda x: fft.irfft(torch.view_as_complex(x), 5), input=(3, 2))
case("fft2", parts(fft.fft2), input=(3, 4, 2))
case("ifft2", parts(lambda x: fft.ifft2(x, norm="ortho")), input=(3, 4, 2))
case("rfft2", parts(fft.rfft2), input=(2, 3, 5))
case("irfft2", lambda x: fft.irfft2(torch.view_as_complex(x), (3, 5)), input=(3, 3, 2))
case("fftn", parts(fft.fftn), input=(2, 3, 2, 2))
case("ifftn", parts(lambda x: fft.ifftn(x, dim=(0, 1))), input=(2, 3, 2, 2))
case("rfftn", parts(fft.rfftn), input=(2, 3, 5))
case("irfftn", lambda x: fft.irfftn(torch.view_as_complex(x)), input=(2, 3, 3, 2))
case("fftshift", fft.fftshift, input=(4, 3))
case("ifftshift", lambda x: fft.ifftshift(x, (1,)), input=(4, 3))
case("fftfreq", lambda: fft.fftfreq(5, 0.5))
case("rfftfreq", lambda: fft.rfftfreq(5, 0.5, dtype=torch.float64))
fixtures.write()
