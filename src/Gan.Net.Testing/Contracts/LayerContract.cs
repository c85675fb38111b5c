using Gan.Net.Regularizers;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>What every layer promises that is to stand in a generator or a discriminator, on the CPU. Thread-safe.</summary>
public static class LayerContract
{
    /// <summary>The promises, one by one.</summary>
    public static IReadOnlyList<Clause<LayerSubject>> Clauses { get; } =
    [
        new("the output has the shape that belongs to the input", OutputHasTheShape),
        new("output and gradients are finite for inputs of about 10,000, -10,000 and 0", ExtremeInputsStayFinite),
        new("gradients equal finite differences", GradientsEqualDifferences),
        new("it can be differentiated twice", SecondGradientsEqualDifferences),
        new("every parameter receives a gradient", EveryParameterReceivesAGradient),
        new("it acts by parameters that the trainer moved to one buffer", ActsByMovedParameters),
        new("all that decides is in the state dictionary", AllThatDecidesIsInTheState),
    ];

    /// <summary>Holds a layer to all clauses.</summary>
    /// <exception cref="ContractException">It breaks some; the message lists each with what is wrong.</exception>
    public static void Check(LayerSubject subject) => ContractCheck.Run(Clauses, subject);

    private static string? OutputHasTheShape(LayerSubject subject)
    {
        using var scope = NewDisposeScope();
        using var layer = subject.Create();
        var shape = subject.Apply(layer, ModelStates.Noise(subject.InputShape)).shape;
        return shape.SequenceEqual(subject.OutputShape) ? null : $"Of {Subject.Show(subject.InputShape)} it makes {Subject.Show(shape)}; expected {Subject.Show(subject.OutputShape)}.";
    }

    private static string? ExtremeInputsStayFinite(LayerSubject subject)
    {
        foreach (var factor in new[] { 1e4, -1e4, 0 })
        {
            using var scope = NewDisposeScope();
            using var layer = subject.Create();
            var input = ModelStates.Noise(subject.InputShape).mul(factor).requires_grad_();
            var output = subject.Apply(layer, input);
            output.sum().backward();
            var gradients = layer.parameters().Append(input).Select(leaf => leaf.grad).Where(gradient => gradient is not null);
            if (!ModelStates.Finite(output) || !gradients.All(gradient => ModelStates.Finite(gradient!)))
            {
                return FormattableString.Invariant($"Inputs of {factor} times N(0, 1) give an output or a gradient that is not finite.");
            }
        }

        return null;
    }

    private static string? GradientsEqualDifferences(LayerSubject subject) =>
        Compare(subject, (layer, input, weights) => subject.Apply(layer, input).mul(weights).sum());

    // The input's own tanh keeps a layer that is linear in it from having nothing to differentiate twice.
    private static string? SecondGradientsEqualDifferences(LayerSubject subject) => Compare(subject, (layer, input, weights) =>
        InputGradients.SquaredNorms(subject.Apply(layer, input.tanh()).tanh().mul(weights).flatten(1).sum(1), input).sum());

    private static string? Compare(LayerSubject subject, Func<nn.Module, Tensor, Tensor, Tensor> term)
    {
        using var scope = NewDisposeScope();
        using var layer = subject.Create().to(ScalarType.Float64);
        layer.eval();
        var input = ModelStates.Noise(subject.InputShape, ScalarType.Float64).requires_grad_();
        var weights = ModelStates.Noise(subject.OutputShape, ScalarType.Float64);
        return FiniteDifferences.Compare([input, .. layer.parameters()], () => term(layer, input, weights));
    }

    private static string? EveryParameterReceivesAGradient(LayerSubject subject)
    {
        using var scope = NewDisposeScope();
        using var layer = subject.Create();
        if (!layer.parameters().Any())
        {
            return null;
        }

        subject.Apply(layer, ModelStates.Noise(subject.InputShape)).square().sum().backward();
        return ModelStates.EveryParameterHasAGradient(layer);
    }

    private static string? ActsByMovedParameters(LayerSubject subject)
    {
        using var scope = NewDisposeScope();
        using var layer = subject.Create();
        layer.eval();
        if (!layer.parameters().Any())
        {
            return null;
        }

        using var parameters = new FlatParameters([layer]);
        var input = ModelStates.Noise(subject.InputShape);
        using var still = no_grad();
        var before = subject.Apply(layer, input);
        parameters.Values.add_(0.3);
        return subject.Apply(layer, input).allclose(before) ? "Its output does not follow its parameters any more. Does it keep a copy or a view of one?" : null;
    }

    private static string? AllThatDecidesIsInTheState(LayerSubject subject)
    {
        using var scope = NewDisposeScope();
        using var first = subject.Create();
        using var second = subject.Create();
        ModelStates.Disturb(second);
        ModelStates.Copy(first, second);
        first.eval();
        second.eval();
        var input = ModelStates.Noise(subject.InputShape);
        return ModelStates.Identical(subject.Apply(first, input), subject.Apply(second, input)) ? null
            : "Another one with the same state dictionary gives another output. Is something that decides no parameter and no registered buffer?";
    }
}
