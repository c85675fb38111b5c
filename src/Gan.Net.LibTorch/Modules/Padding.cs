namespace TorchSharp;

/// <summary>A convolution's padding by its effect: none, or as much as keeps the size.</summary>
public enum Padding
{
    Valid = 0,
    Same = 1,
}
