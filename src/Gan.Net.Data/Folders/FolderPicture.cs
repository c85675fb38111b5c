namespace Gan.Net.Data;

/// <summary>A decoded picture, channel after channel, before it is cropped and mirrored. Immutable.</summary>
/// <param name="Planes"><c>[C, Height, Width]</c>.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Number">Which of the folder's pictures it is.</param>
internal sealed record FolderPicture(byte[] Planes, int Width, int Height, long Number);
