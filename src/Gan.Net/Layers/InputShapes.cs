using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>Checks what layers are given before the engine does: the sentence names the layer, and some calls of the engine end the process.</summary>
internal static class InputShapes
{
    /// <summary>Throws unless the shape fits.</summary>
    public static void Require(bool fits, Tensor input, string expected, [CallerFilePath] string layer = "")
    {
        if (!fits)
        {
            throw new ArgumentException($"{Path.GetFileNameWithoutExtension(layer)} was given [{string.Join(", ", input.shape)}]; expected {expected}.", nameof(input));
        }
    }
}
