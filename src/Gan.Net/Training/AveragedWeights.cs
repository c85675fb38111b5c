using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// The running average of a player's weights: one tensor laid out as its buffer, kept in a <see cref="ComponentState"/>, moved once each round.
/// To be looked at, it changes places with the weights and back.
/// </summary>
internal sealed class AveragedWeights(EmaSettings settings, FlatParameters parameters, ComponentState state)
{
    private const string Name = "weights";

    private Tensor? _weights;

    /// <summary>Begins with the weights as they are, unless there is an average already.</summary>
    /// <param name="anew">Whether no round was played: then the weights may have been set since somebody tried to.</param>
    /// <exception cref="InvalidOperationException">The average is in the weights' place.</exception>
    public void Start(bool anew)
    {
        RequireTrainedWeights();
        if (anew || state.Find(Name) is null)
        {
            state.Set(Name, parameters.Values);
        }
    }

    /// <summary>Refuses to go on while the average is in the weights' place.</summary>
    /// <exception cref="InvalidOperationException">It is.</exception>
    public void RequireTrainedWeights()
    {
        if (_weights is not null)
        {
            throw new InvalidOperationException("The models hold their averaged weights. Dispose what ShowAveraged() returned before training on.");
        }
    }

    /// <summary>Takes in the weights after a round.</summary>
    /// <param name="samples">Real samples drawn in the round.</param>
    /// <param name="samplesSeen">Real samples seen before it.</param>
    public void Follow(long samples, long samplesSeen)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var decay = settings.Decay(samples, samplesSeen);
        state.Find(Name)!.mul_((Scalar)decay).add_(parameters.Values, (Scalar)(1 - decay));
    }

    /// <summary>Puts the average in the weights' place until disposed; null when there is none yet, or it is there already.</summary>
    public IDisposable? Show()
    {
        if (_weights is not null || state.Find(Name) is not { } average)
        {
            return null;
        }

        parameters.Attach();
        using var scope = NewDisposeScope();
        _weights = parameters.Values.detach().clone().DetachFromDisposeScope();
        Write(average);
        return new Shown(this);
    }

    private void PutBack()
    {
        if (_weights is { } weights)
        {
            Write(weights);
            weights.Dispose();
            _weights = null;
        }
    }

    private void Write(Tensor values)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        parameters.Values.copy_(values);
    }

    private sealed class Shown(AveragedWeights average) : IDisposable
    {
        public void Dispose() => average.PutBack();
    }
}
