namespace Gan.Net.Data;

/// <summary>How a picture of any shape becomes one of the size that is asked for.</summary>
public enum PictureFit
{
    /// <summary>The middle, as large as the shape allows, resized.</summary>
    CentreCrop,

    /// <summary>The picture is resized until it covers the size; each epoch cuts out another place, chosen by the seed.</summary>
    RandomCrop,

    /// <summary>The whole picture, resized to the size: its shape changes.</summary>
    Stretch,
}
