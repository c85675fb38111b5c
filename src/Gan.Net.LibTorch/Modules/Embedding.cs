using System.Diagnostics.CodeAnalysis;
using Gan.Net.LibTorch.Interop;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>A table of rows: numbers <c>[...]</c> to rows <c>[..., dims]</c>.</summary>
public sealed class Embedding : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private static readonly Operator Select = new("select", "int");
    private static readonly Operator LookUp = new("embedding");
    private static readonly Operator Renormalize = new("embedding_renorm_");

    private readonly long paddingRow;
    private readonly double? largestNorm;
    private readonly double normType;
    private readonly bool scaleByFrequency;
    private readonly bool sparseGradient;

    [ComponentName(Name = nameof(weight))]
    private Parameter? weightParameter;

    internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse, bool draw)
        : base(nameof(Embedding))
    {
        this.weight = weight;
        (largestNorm, normType, scaleByFrequency, sparseGradient) = (max_norm, norm_type, scale_grad_by_freq, sparse);
        paddingRow = Row(padding_idx, weight.SizeAt(0));
        if (draw)
        {
            torch.nn.init.normal_(weight);
            ClearPaddingRow();
        }
    }

    [DisallowNull]
    public Parameter? weight
    {
        get => weightParameter;
        set => ModuleParameters.Set(ref weightParameter, value, this, nameof(weight));
    }

    public override torch.Tensor forward(torch.Tensor input)
    {
        if (largestNorm is double largest)
        {
            using var _ = torch.no_grad();
            Renormalize.Run(weightParameter, input, largest, normType);
        }

        return LookUp.Call(weightParameter, input, paddingRow, scaleByFrequency, sparseGradient);
    }

    // No row is -1 here; a negative index counts from the end.
    private static long Row(long? index, long count)
    {
        if (index is not long row)
        {
            return -1;
        }

        if (row < -count || row >= count)
        {
            throw new ArgumentException($"Padding_idx must be within num_embeddings: {row} is not a row of {count}.");
        }

        return row < 0 ? row + count : row;
    }

    private void ClearPaddingRow()
    {
        if (paddingRow >= 0)
        {
            using var _ = torch.no_grad();
            using var row = Select.Call(weightParameter, 0L, paddingRow);
            ModuleTensors.Zero(row);
        }
    }
}
