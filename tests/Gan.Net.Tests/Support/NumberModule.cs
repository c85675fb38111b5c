using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>One trainable number, starting at zero.</summary>
internal sealed class NumberModule : nn.Module
{
    [ComponentName(Name = "number")]
    private readonly Parameter _number = new(zeros(1, dtype: ScalarType.Float64));

    public NumberModule()
        : base(nameof(NumberModule)) => RegisterComponents();

    public Parameter Number => _number;

    public double Value => _number.ToDouble();
}
