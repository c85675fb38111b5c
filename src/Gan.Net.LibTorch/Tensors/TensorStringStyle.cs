namespace TorchSharp;

/// <summary>How a tensor is written as text.</summary>
public enum TensorStringStyle
{
    /// <summary>Shape, type and device only.</summary>
    Metadata,

    /// <summary>Shape, type and device, then the matrices one below the other.</summary>
    Julia,

    /// <summary>Nested brackets.</summary>
    Numpy,

    /// <summary>Whatever <see cref="torch.TensorStringStyle"/> says.</summary>
    Default = 4,
}

public static partial class torch
{
    private static TensorStringStyle stringStyle = TensorStringStyle.Julia;

    /// <summary>The style that <see cref="TensorStringStyle.Default"/> stands for.</summary>
    /// <exception cref="ArgumentException">Set to <see cref="TensorStringStyle.Default"/> itself.</exception>
    public static TensorStringStyle TensorStringStyle
    {
        get => stringStyle;
        set => stringStyle = value != TensorStringStyle.Default ? value : throw new ArgumentException("The style cannot be set to 'Default'.");
    }
}
