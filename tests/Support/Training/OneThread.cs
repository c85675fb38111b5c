using static TorchSharp.torch;

namespace Gan.Net.TestSupport;

/// <summary>Lets the engine compute on one thread until disposed: for long runs of small models on a machine others use too.</summary>
internal sealed class OneThread : IDisposable
{
    private readonly int _threads = get_num_threads();

    public OneThread() => set_num_threads(1);

    public void Dispose() => set_num_threads(_threads);
}
