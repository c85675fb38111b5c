using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Support;

/// <summary>A critic of the plane whose logits follow from a formula. Its one module remembers the modes it was scored in.</summary>
internal sealed class PlaneCritic : nn.Module<Tensor, Tensor>, IDiscriminator
{
    [ComponentName(Name = "dropout")]
    private readonly Dropout _dropout = nn.Dropout();

    private readonly Func<Tensor, Tensor> _logits;

    /// <summary>Takes the formula: points <c>[N, 2]</c> to logits <c>[N]</c>.</summary>
    public PlaneCritic(Func<Tensor, Tensor> logits)
        : base(nameof(PlaneCritic))
    {
        _logits = logits;
        RegisterComponents();
    }

    public nn.Module Module => this;

    public Dropout Dropout => _dropout;

    public int SamplesPerLogit { get; init; } = 1;

    public int Classes { get; init; }

    public ConditionSpace Condition => ConditionSpace.Classes(Classes);

    /// <summary>Whether this and its dropout were training, each time it scored.</summary>
    public List<(bool Outer, bool Inner)> Modes { get; } = [];

    /// <summary>Logits a·x + b·y + c.</summary>
    public static PlaneCritic Linear(float a, float b, float c) => new(points => points.select(1, 0) * a + points.select(1, 1) * b + c);

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = call(input.Samples) };

    public override Tensor forward(Tensor input)
    {
        Modes.Add((training, _dropout.training));
        return _logits(input);
    }
}
