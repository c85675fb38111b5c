using System.Runtime.InteropServices;

namespace Gan.Net.LibTorch.Interop;

/// <summary>What an argument or result of a boxed operator call holds; the order is that of <c>Tag</c> in gannet_torch.cpp.</summary>
internal enum ValueTag
{
    None, Tensor, Integer, Real, Boolean, IntegerList, TensorList, OptionalTensorList, Text, Generator, Device, RealList, Default,
}

/// <summary>The native layout of one argument or result.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeValue
{
    [FieldOffset(0)] public ValueTag Tag;
    [FieldOffset(4)] public int Length;
    [FieldOffset(8)] public long Integer;
    [FieldOffset(8)] public double Real;
    [FieldOffset(8)] public void* Pointer;
}
