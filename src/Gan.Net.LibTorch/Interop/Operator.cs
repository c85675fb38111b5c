using System.Runtime.CompilerServices;
using System.Text;
using TorchSharp;

namespace Gan.Net.LibTorch.Interop;

/// <summary>
/// One operator of libtorch's dispatcher, found by name at its first call and called boxed. Arguments left out at the end
/// take the defaults of the operator's schema. Thread-safe; errors surface as <see cref="System.Runtime.InteropServices.ExternalException"/>
/// with libtorch's message.
/// </summary>
/// <param name="name">The name without its namespace, for example <c>add_</c>; a name with <c>::</c> is taken as it is.</param>
/// <param name="overload">The overload, for example <c>Tensor</c>; empty for the unnamed one.</param>
internal sealed unsafe class Operator(string name, string overload = "")
{
    private const int MaxArguments = 24;
    private const int ScratchOnStack = 64;

    private nint found;

    public override string ToString() => overload.Length == 0 ? name : $"{name}.{overload}";

    /// <summary>Calls an operator that returns one tensor.</summary>
    public torch.Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        nint result;
        Invoke(arguments, null, 0, &result);
        return new torch.Tensor(result);
    }

    /// <summary>Calls an operator for its effect and gives back its first argument, which an in-place form has changed.</summary>
    public torch.Tensor Run(params ReadOnlySpan<Argument> arguments)
    {
        Invoke(arguments, null, 0, null);
        return (arguments[0].Owner as torch.Tensor)!;
    }

    public (torch.Tensor, torch.Tensor) CallPair(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[2];
        Invoke(arguments, results, 2, null);
        return (Take(results[0]), Take(results[1]));
    }

    public (torch.Tensor, torch.Tensor, torch.Tensor) CallTriple(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[3];
        Invoke(arguments, results, 3, null);
        return (Take(results[0]), Take(results[1]), Take(results[2]));
    }

    public torch.Tensor[] CallSeveral(int count, params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[count];
        Invoke(arguments, results, count, null);
        var tensors = new torch.Tensor[count];
        for (var i = 0; i < count; i++)
        {
            tensors[i] = Take(results[i]);
        }

        return tensors;
    }

    public torch.Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1, null);
        var handles = (nint*)result.Pointer;
        var tensors = new torch.Tensor[result.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = new torch.Tensor(handles[i]);
        }

        Native.gannet_free(handles);
        return tensors;
    }

    public bool CallBoolean(params ReadOnlySpan<Argument> arguments) => CallValue(arguments).Integer != 0;

    public long CallInteger(params ReadOnlySpan<Argument> arguments) => CallValue(arguments).Integer;

    public double CallReal(params ReadOnlySpan<Argument> arguments)
    {
        var value = CallValue(arguments);
        return value.Tag == ValueTag.Real ? value.Real : value.Integer;
    }

    private NativeValue CallValue(ReadOnlySpan<Argument> arguments)
    {
        NativeValue result;
        Invoke(arguments, &result, 1, null);
        return result;
    }

    private static torch.Tensor Take(in NativeValue value) =>
        value is { Tag: ValueTag.Tensor } && value.Pointer != null ? new torch.Tensor((nint)value.Pointer) : null!;

    [SkipLocalsInit]
    private void Invoke(ReadOnlySpan<Argument> arguments, NativeValue* results, int capacity, nint* tensor)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(arguments.Length, MaxArguments);
        var values = stackalloc NativeValue[MaxArguments];
        var scratchLength = ScratchNeeded(arguments);
        if (scratchLength <= ScratchOnStack)
        {
            var scratch = stackalloc long[ScratchOnStack];
            InvokeWith(arguments, values, scratch, results, capacity, tensor);
        }
        else
        {
            fixed (long* scratch = new long[scratchLength])
            {
                InvokeWith(arguments, values, scratch, results, capacity, tensor);
            }
        }
    }

    private void InvokeWith(ReadOnlySpan<Argument> arguments, NativeValue* values, long* scratch, NativeValue* results, int capacity, nint* tensor)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            ref readonly var argument = ref arguments[i];
            values[i].Tag = argument.Tag;
            values[i].Integer = argument.Bits;
            if (IsList(argument.Tag))
            {
                scratch += CopyList(argument, ref values[i], scratch);
            }
        }

        var op = found != 0 ? found : Find();
        var status = results != null
            ? Native.gannet_operator_call(op, values, arguments.Length, results, capacity)
            : tensor != null
                ? Native.gannet_operator_call_tensor(op, values, arguments.Length, tensor)
                : Native.gannet_operator_run(op, values, arguments.Length);
        foreach (ref readonly var argument in arguments)
        {
            GC.KeepAlive(argument.Owner);
        }

        Native.Check(status);
    }

    private static bool IsList(ValueTag tag) =>
        tag is ValueTag.IntegerList or ValueTag.TensorList or ValueTag.OptionalTensorList or ValueTag.Text or ValueTag.RealList;

    private static int ScratchNeeded(ReadOnlySpan<Argument> arguments)
    {
        var needed = 0;
        foreach (ref readonly var argument in arguments)
        {
            if (IsList(argument.Tag))
            {
                needed += argument.Owner is string text ? (Encoding.UTF8.GetByteCount(text) / sizeof(long)) + 1 : ((Array)argument.Owner!).Length;
            }
        }

        return needed;
    }

    // Copies the list's content where native code can read it; returns the number of eight-byte slots used.
    private static int CopyList(in Argument argument, ref NativeValue value, long* scratch)
    {
        value.Pointer = scratch;
        switch (argument.Owner)
        {
            case long[] integers:
                integers.CopyTo(new Span<long>(scratch, integers.Length));
                return value.Length = integers.Length;
            case double[] reals:
                reals.CopyTo(new Span<double>(scratch, reals.Length));
                return value.Length = reals.Length;
            case torch.Tensor?[] tensors:
                for (var i = 0; i < tensors.Length; i++)
                {
                    scratch[i] = tensors[i]?.Handle ?? (argument.Tag == ValueTag.OptionalTensorList ? 0 : throw new ArgumentNullException($"tensors[{i}]"));
                }

                return value.Length = tensors.Length;
            case string text:
                value.Length = Encoding.UTF8.GetBytes(text, new Span<byte>(scratch, Encoding.UTF8.GetByteCount(text)));
                return (value.Length / sizeof(long)) + 1;
            default:
                throw new NotSupportedException($"A list of {argument.Owner?.GetType()} cannot be passed to {argument.Tag}.");
        }
    }

    private nint Find()
    {
        var qualified = name.Contains("::", StringComparison.Ordinal) ? name : "aten::" + name;
        nint handle;
        fixed (byte* nameBytes = Encoding.UTF8.GetBytes(qualified + "\0"))
        fixed (byte* overloadBytes = Encoding.UTF8.GetBytes(overload + "\0"))
        {
            Native.Check(Native.gannet_operator_find(nameBytes, overloadBytes, &handle));
        }

        return found = handle;
    }
}
