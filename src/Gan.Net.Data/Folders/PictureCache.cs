namespace Gan.Net.Data;

/// <summary>Keeps decoded pictures, all or none of a set. Safe for several threads.</summary>
internal sealed class PictureCache
{
    private readonly FolderPicture?[]? _pictures;
    private readonly long _limit;
    private long _bytes;

    /// <param name="count">How many pictures there are.</param>
    /// <param name="bytesEach">The bytes of one; the least there can be, where they differ.</param>
    /// <param name="limit">Bytes for all of them.</param>
    public PictureCache(long count, long bytesEach, long limit)
    {
        _limit = limit;
        _pictures = count <= limit / bytesEach ? new FolderPicture?[count] : null;
    }

    public FolderPicture? Find(long number) => _pictures is null ? null : Volatile.Read(ref _pictures[number]);

    /// <summary>Keeps a picture while there is room: pictures for random crops differ in size, and may be more than was thought.</summary>
    public void Keep(long number, FolderPicture picture)
    {
        if (_pictures is null || Find(number) is not null)
        {
            return;
        }

        if (Interlocked.Add(ref _bytes, picture.Planes.Length) > _limit)
        {
            Interlocked.Add(ref _bytes, -picture.Planes.Length);
            return;
        }

        Volatile.Write(ref _pictures[number], picture);
    }
}
