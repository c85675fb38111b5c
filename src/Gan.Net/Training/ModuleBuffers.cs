using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// What modules change when they merely run: batch statistics, power iterations. All of it is copied in one operation for each element
/// type, and put back the same way. A module must change its buffers in place, as the engine's do, not replace them. Not thread-safe.
/// </summary>
internal sealed class ModuleBuffers : IDisposable
{
    private readonly List<Tensor[]> _groups = [];

    /// <summary>Gathers the buffers as they are now; they belong to their modules.</summary>
    public ModuleBuffers(IEnumerable<nn.Module> modules)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var buffers = modules.SelectMany(module => module.buffers()).Distinct<Tensor>(ReferenceEqualityComparer.Instance);
        foreach (var group in buffers.Where(buffer => buffer.numel() > 0 && buffer.is_contiguous()).GroupBy(buffer => (buffer.dtype, buffer.device.ToString())))
        {
            _groups.Add([.. group.Select(buffer => buffer.detach().view(-1))]);
        }

        scope.Detach(_groups.SelectMany(group => group));
    }

    /// <summary>Copies of everything. The caller owns them.</summary>
    public Tensor[] Copy()
    {
        var copies = new Tensor[_groups.Count];
        for (var i = 0; i < copies.Length; i++)
        {
            copies[i] = _groups[i].Length == 1 ? _groups[i][0].clone() : cat(_groups[i]);  // of one tensor, cat makes no copy
        }

        return copies;
    }

    /// <summary>Shows everything as it is now, inside the caller's dispose scope.</summary>
    public void ShowTo(FiniteProbe probe)
    {
        foreach (var group in _groups)
        {
            if (group[0].is_floating_point())
            {
                probe.Add(cat(group));
            }
        }
    }

    /// <summary>Sets everything to what <see cref="Copy"/> gave.</summary>
    public void Set(IReadOnlyList<Tensor> copies)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        for (var i = 0; i < copies.Count; i++)
        {
            var offset = 0L;
            foreach (var buffer in _groups[i])
            {
                buffer.copy_(copies[i].narrow(0, offset, buffer.numel()));
                offset += buffer.numel();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var buffer in _groups.SelectMany(group => group))
        {
            buffer.Dispose();
        }
    }
}
