using static TorchSharp.torch;

namespace Gan.Net.TestSupport;

/// <summary>Puts a bad number somewhere.</summary>
internal static class Poison
{
    /// <summary>Overwrites one number of a tensor, counted through its elements.</summary>
    public static void Put(Tensor tensor, double value, long place = 0)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        tensor.detach().view(-1).narrow(0, place, 1).fill_(value);
    }
}
