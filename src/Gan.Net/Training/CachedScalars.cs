using TorchSharp;

namespace Gan.Net.Training;

/// <summary>Some numbers as the engine takes them, made anew only when one has changed. Not thread-safe.</summary>
internal sealed class CachedScalars : IDisposable
{
    private double[] _values = [];
    private Scalar[] _scalars = [];

    /// <summary>The numbers; this keeps them.</summary>
    public Scalar[] Of(params ReadOnlySpan<double> values)
    {
        if (!values.SequenceEqual(_values))
        {
            Dispose();
            _values = values.ToArray();
            _scalars = Array.ConvertAll(_values, value => (Scalar)value);
        }

        return _scalars;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(_scalars, scalar => scalar.Dispose());
        (_values, _scalars) = ([], []);
    }
}
