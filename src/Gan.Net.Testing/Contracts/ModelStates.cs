using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>Clauses that models and layers share.</summary>
internal static class ModelStates
{
    /// <summary>Every parameter has a gradient after a backward pass.</summary>
    public static string? EveryParameterHasAGradient(nn.Module module)
    {
        var parameters = module.named_parameters().ToArray();
        return parameters.Length == 0 ? "It has no parameters. A child module must sit in a field before RegisterComponents() is called."
            : parameters.FirstOrDefault(one => one.parameter.requires_grad && one.parameter.grad is null).name is { } name ? $"The loss does not reach the parameter {name}."
            : null;
    }

    /// <summary>Moves every parameter and buffer of floating type, so that the module is another one.</summary>
    public static void Disturb(nn.Module module)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        foreach (var value in module.state_dict().Values.Where(value => value.is_floating_point()))
        {
            value.mul_((Scalar)1.5).add_((Scalar)0.25);
        }
    }

    /// <summary>Gives one module the state of another, name by name.</summary>
    public static void Copy(nn.Module from, nn.Module to)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var values = from.state_dict();
        foreach (var (name, target) in to.state_dict())
        {
            target.copy_(values[name]);
        }
    }

    /// <summary>Whether two tensors agree but for rounding.</summary>
    public static bool Same(Tensor left, Tensor right) => left.shape.AsSpan().SequenceEqual(right.shape) && left.allclose(right, rtol: 1e-4, atol: 1e-5);

    /// <summary>Whether two tensors agree in every bit.</summary>
    public static bool Identical(Tensor left, Tensor right) => left.shape.AsSpan().SequenceEqual(right.shape) && left.eq(right).all().ToBoolean();

    /// <summary>Whether every number is one.</summary>
    public static bool Finite(Tensor values) => values.isfinite().all().ToBoolean();

    /// <summary>A condition as a model takes it: labels 0, 1, ..., noise of its shape, or null for unconditional models. Sizes that may be any are 32.</summary>
    public static Tensor? Condition(long count, ConditionSpace space) => space.IsNone ? null
        : space.Shape is { } shape ? Noise([count, .. shape.Select(size => size < 0 ? 32 : size)])
        : arange(count).remainder(space.ClassCount);

    /// <summary>A condition that a model must refuse: none for conditional models, labels for others.</summary>
    public static Tensor? WrongCondition(long count, ConditionSpace space) => space.IsNone ? zeros(count, dtype: ScalarType.Int64) : null;

    /// <summary>Samples of a generator, its own chance the same at each call.</summary>
    public static Tensor Generate(IGenerator generator, Tensor? latents, Tensor? condition)
    {
        using var random = new Generator(13, CPU);
        return generator.Generate(new GeneratorInput { Latents = latents, Condition = condition, Random = random });
    }

    /// <summary>What a discriminator says of samples, its own chance the same at each call.</summary>
    public static DiscriminatorOutput Score(IDiscriminator discriminator, Tensor samples, Tensor? condition)
    {
        using var random = new Generator(13, CPU);
        return discriminator.Score(new DiscriminatorInput { Samples = samples, Condition = condition, Random = random, WantsFeatures = true });
    }

    /// <summary>Numbers of N(0, 1), the same at each call.</summary>
    public static Tensor Noise(IEnumerable<long> shape, ScalarType type = ScalarType.Float32)
    {
        using var random = new Generator(12, CPU);
        return randn([.. shape], dtype: ScalarType.Float64, generator: random).to(type);
    }
}
