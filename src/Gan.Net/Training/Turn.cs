using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// A step before it is taken. What computing it changed, in modules' buffers and in the states of the game's parts, is put back when
/// it is disposed without <see cref="Keep"/>: the step failed, or may not be taken.
/// </summary>
internal sealed class Turn : IDisposable
{
    private readonly ModuleBuffers _buffers;
    private readonly IEnumerable<ComponentState> _states;
    private readonly Tensor[] _copies;
    private bool _kept;

    public Turn(ModuleBuffers buffers, IEnumerable<ComponentState> states)
    {
        _buffers = buffers;
        _states = states;
        _copies = buffers.Copy();
        foreach (var state in states)
        {
            state.Begin();
        }
    }

    /// <summary>Lets everything stay as the step made it.</summary>
    public void Keep()
    {
        _kept = true;
        foreach (var state in _states)
        {
            state.Keep();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_kept)
        {
            _buffers.Set(_copies);
            foreach (var state in _states)
            {
                state.Undo();
            }
        }

        foreach (var copy in _copies)
        {
            copy.Dispose();
        }
    }
}
