using static TorchSharp.torch;

namespace Gan.Net.Data.Tests.Support;

/// <summary>A TorchSharp data set: item n has the numbers n and n², its label is n % 3.</summary>
internal sealed class SquaresDataset(long count) : utils.data.Dataset
{
    private readonly Tensor _stored = tensor(new[] { 7f }).DetachFromDisposeScope();

    public override long Count => count;

    public override Dictionary<string, Tensor> GetTensor(long index) => new()
    {
        ["data"] = tensor(new float[] { index, index * index }),
        ["bytes"] = tensor(new[] { (byte)Math.Min(255, index * index) }),
        ["label"] = tensor(index % 3),
        ["stored"] = _stored,
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stored.Dispose();
        }

        base.Dispose(disposing);
    }
}
