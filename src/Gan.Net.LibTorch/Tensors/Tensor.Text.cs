using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device; nothing once the tensor is disposed.</summary>
        public override string ToString() => IsInvalid ? "" : TensorPrinter.Describe(this);

        /// <summary>With <paramref name="disamb"/>, the numbers in the current style.</summary>
        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : ToString();

        /// <summary>The numbers in a style: floating-point ones as <c>g5</c>, rows at most 100 characters long, in the thread's culture.</summary>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            using var scope = NewDisposeScope();
            var printer = new TensorPrinter(this, fltFormat ?? "g5", cultureInfo ?? CultureInfo.CurrentCulture, newLine ?? Environment.NewLine);
            return (style == TensorStringStyle.Default ? torch.TensorStringStyle : style) switch
            {
                _ when is_meta => ToString(),
                TensorStringStyle.Metadata => ToString(),
                TensorStringStyle.Julia => printer.Tabular(width ?? 100),
                TensorStringStyle.Numpy => printer.Nested(),
                _ => throw new ArgumentOutOfRangeException(nameof(style), style, null),
            };
        }
    }
}
