using System.Globalization;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

// What an operator costs from C#, beside the same calls from C++: one process, one thread, turn and turn about, medians.
const int Calls = 2000;
const int Rounds = 300;

set_num_threads(1);
var yardstick = NativeLibrary.Load(args[0]);
var now = Marshal.GetDelegateForFunctionPointer<Clock>(NativeLibrary.GetExport(yardstick, "thread_nanoseconds"));
Marshal.GetDelegateForFunctionPointer<Prepare>(NativeLibrary.GetExport(yardstick, "prepare"))();
var add = Marshal.GetDelegateForFunctionPointer<Loop>(NativeLibrary.GetExport(yardstick, "add"));
var addHundred = Marshal.GetDelegateForFunctionPointer<Loop>(NativeLibrary.GetExport(yardstick, "add_hundred"));
var addInPlace = Marshal.GetDelegateForFunctionPointer<Loop>(NativeLibrary.GetExport(yardstick, "add_in_place"));

var left = ones(64, 32);
var right = ones(64, 32);
Report("add, the scope disposes a hundred", addHundred, count =>
{
    for (var done = 0L; done < count; done += 100)
    {
        using var scope = NewDisposeScope();
        for (var i = 0; i < 100; i++)
        {
            left.add(right);
        }
    }
});
Report("add, disposed at once, in a scope", add, count =>
{
    using var scope = NewDisposeScope();
    for (var i = 0L; i < count; i++)
    {
        left.add(right).Dispose();
    }
});
Report("add, disposed at once, no scope", add, count =>
{
    for (var i = 0L; i < count; i++)
    {
        left.add(right).Dispose();
    }
});
Report("add_", addInPlace, count =>
{
    for (var i = 0L; i < count; i++)
    {
        left.add_(right);
    }
});

void Report(string what, Loop native, Loop managed)
{
    var (cpp, csharp) = (new double[Rounds], new double[Rounds]);
    for (var round = -Rounds / 3; round < Rounds; round++)
    {
        var first = Time(native);
        var second = Time(managed);
        if (round >= 0)
        {
            (cpp[round], csharp[round]) = (first, second);
        }
    }

    var (a, b) = (Median(cpp), Median(csharp));
    var managedBytes = Bytes(managed);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-36} C++ {a,5:0} ns   C# {b,5:0} ns   ratio {b / a:0.00}   {managedBytes:0} managed bytes"));
}

double Time(Loop loop)
{
    var start = now();
    loop(Calls);
    return (double)(now() - start) / Calls;
}

static double Bytes(Loop loop)
{
    var before = GC.GetAllocatedBytesForCurrentThread();
    loop(Calls);
    return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
}

static double Median(double[] values)
{
    Array.Sort(values);
    return values[values.Length / 2];
}

internal delegate long Clock();

internal delegate void Prepare();

internal delegate void Loop(long count);
