using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>Writes a tensor's numbers as text. What tensors that takes are left to the caller's dispose scope.</summary>
internal sealed class TensorPrinter(torch.Tensor tensor, string format, CultureInfo culture, string newLine)
{
    private const int Shown = 6;
    private const string LeftOut = "...";

    private readonly long[] shape = tensor.shape;

    /// <summary>Shape, type and device, as in <c>[2x3], type = Float32, device = cpu</c>.</summary>
    public static string Describe(torch.Tensor tensor) =>
        $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}";

    /// <summary>Nested brackets; of a dimension longer than six, the first and last three.</summary>
    public string Nested()
    {
        var text = new StringBuilder();
        AppendNested(text, tensor, 0);
        return text.ToString();
    }

    /// <summary>The description and, below it, the matrices with their columns aligned, each row up to a width.</summary>
    public string Tabular(int width)
    {
        var text = new StringBuilder(Describe(tensor));
        if (shape.Length == 0)
        {
            return text.Append(", value = ").Append(TextOf(tensor)).ToString();
        }

        text.Append(newLine);
        AppendMatrices(text, tensor, "", width);
        return text.ToString();
    }

    private void AppendNested(StringBuilder text, torch.Tensor part, int depth)
    {
        if (depth == shape.Length)
        {
            text.Append(TextOf(part));
            return;
        }

        var length = shape[depth];
        var inner = depth == shape.Length - 1;
        text.Append('[');
        for (var i = 0L; i < length; i++)
        {
            if (i > 0)
            {
                AppendBreak(text, depth, inner);
            }

            if (length > Shown && i == Shown / 2)
            {
                text.Append(inner ? LeftOut + " " : " " + LeftOut);
                i = length - (Shown / 2);
                if (!inner)
                {
                    AppendBreak(text, depth, inner);
                }
            }

            AppendNested(text, part[i], depth + 1);
        }

        text.Append(']');
    }

    private void AppendBreak(StringBuilder text, int depth, bool inner)
    {
        if (inner)
        {
            text.Append(", ");
            return;
        }

        for (var i = depth + 1; i < shape.Length; i++)
        {
            text.Append(newLine);
        }

        text.Append(' ', depth + 1);
    }

    private void AppendMatrices(StringBuilder text, torch.Tensor part, string position, int width)
    {
        if (part.Dimensions <= 2)
        {
            AppendRows(text, part, width);
            return;
        }

        for (var i = 0L; i < part.size(0); i++)
        {
            var element = part[i];
            var place = position + i.ToString(CultureInfo.InvariantCulture) + ",";
            if (element.Dimensions == 2)
            {
                text.Append(newLine).Append('[').Append(place).Append("..,..] =").Append(newLine);
            }

            AppendMatrices(text, element, place, width);
        }
    }

    private void AppendRows(StringBuilder text, torch.Tensor matrix, int width)
    {
        var rows = matrix.atleast_2d();
        var cells = rows.unbind().Select(row => RowOf(row, width)).ToArray();
        var columns = cells.Length == 0 ? 0 : cells.Min(row => row.Count);
        var widths = Enumerable.Range(0, columns).Select(column => cells.Max(row => row[column].Length)).ToArray();
        foreach (var row in cells)
        {
            for (var column = 0; column < columns; column++)
            {
                text.Append(' ').Append(row[column].PadLeft(widths[column]));
            }

            text.Append(columns < rows.size(1) ? " " + LeftOut : "").Append(newLine);
        }
    }

    private List<string> RowOf(torch.Tensor row, int width)
    {
        var cells = new List<string>();
        for (var i = 0L; i < row.size(0); i++)
        {
            var cell = TextOf(row[i]);
            width -= cell.Length + 1;
            if (width < LeftOut.Length)
            {
                break;
            }

            cells.Add(cell);
        }

        return cells;
    }

    private string TextOf(torch.Tensor element)
    {
        var near = element.cpu().resolve_conj().resolve_neg();
        return near.dtype switch
        {
            torch.ScalarType.Bool => near.ReadCpuBool(0).ToString(culture),
            _ when near.is_integral() => near.@long().ReadCpuInt64(0).ToString(culture),
            torch.ScalarType.ComplexFloat32 or torch.ScalarType.ComplexFloat64 => ComplexText(near),
            torch.ScalarType.Float64 => near.ReadCpuDouble(0).ToString(format, culture),
            _ => near.@float().ReadCpuSingle(0).ToString(format, culture),
        };
    }

    private string ComplexText(torch.Tensor element)
    {
        var parts = element.cdouble().view_as_real().data<double>();
        var (real, imaginary) = (parts[0], parts[1]);
        var first = real != 0 || imaginary == 0 ? real.ToString(format, culture) : "";
        var second = imaginary != 0 ? imaginary.ToString(format, culture) + "i" : "";
        return first + (first.Length > 0 && second.Length > 0 ? "+" : "") + second;
    }
}
