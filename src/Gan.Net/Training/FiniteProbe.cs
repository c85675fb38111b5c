using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Says whether any of several tensors holds NaN or infinity. On the CPU their bits are looked at in place, unless there are so many that the
/// engine's threads pay. Elsewhere each is summed where it is and one number is read: NaN and infinity stay in every sum, so a finite sum clears all; a sum that is not, by overflow
/// too, is settled element by element. The answer is exact either way. Used within one dispose scope.
/// </summary>
internal sealed class FiniteProbe
{
    // One thread reads a megabyte from its cache in less time than it takes to wake others.
    private const long MostInPlace = 1 << 20;

    private readonly List<Tensor> _elsewhere = [];
    private Tensor? _sum;
    private bool _finite = true;

    /// <summary>Takes a tensor in, which must not change before the answer.</summary>
    public void Add(Tensor tensor)
    {
        if (!_finite || !CanFail(tensor.dtype) || tensor.numel() == 0)
        {
            return;
        }

        if (IsInReach(tensor))
        {
            _finite = FiniteCheck.IsFinite(tensor.dtype, tensor.bytes);
            return;
        }

        var sum = Sum(tensor);
        _sum = _sum is null ? sum : _sum.add(sum);
        _elsewhere.Add(tensor);
    }

    /// <summary>Whether all were finite. Waits for the device, once, if a tensor is on one.</summary>
    public bool AllFinite() =>
        _finite && (_sum is null || double.IsFinite(_sum.ToDouble()) || _elsewhere.TrueForAll(tensor => tensor.isfinite().all().ToBoolean()));

    /// <summary>How many NaNs and infinities a tensor holds; waits for the device.</summary>
    public static (long NaN, long Infinite) Count(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return CanFail(tensor.dtype) ? (tensor.isnan().sum().ToInt64(), tensor.isinf().sum().ToInt64()) : (0, 0);
    }

    private static bool CanFail(ScalarType type) => is_floating_point(type) || is_complex(type);

    private static bool IsInReach(Tensor tensor) =>
        tensor.device_type == DeviceType.CPU && tensor.is_contiguous() && tensor.numel() <= MostInPlace;

    // In float32, because halves overflow in every large sum.
    private static Tensor Sum(Tensor tensor)
    {
        using var still = no_grad();
        return (is_complex(tensor.dtype) ? tensor.abs() : tensor).sum(ScalarType.Float32);
    }
}
