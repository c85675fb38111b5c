using System.Collections.Concurrent;
using Gan.Net.Imaging;
using Gan.Net.IO;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// Pictures below a folder, of any number, and of any size where <see cref="ImageFolderOptions.Size"/> says what they become: PNG, JPEG, WebP, BMP and GIF
/// files. Each sub-folder is a class, numbered in the order of the names, with the pictures at any depth below it; without sub-folders
/// the pictures have no labels. Opening reads names only; pictures are decoded when they are wanted, ahead of time by threads, and kept in
/// memory where all fit into <see cref="ImageFolderOptions.CacheLimit"/>. The same folder, options, order and epoch give the same samples. One thread at a
/// time; Dispose ends the threads.
/// </summary>
public sealed class ImageFolder : ILazySampleSet
{
    private const int MostReplacements = 1000;

    private readonly FolderListing _listing;
    private readonly ImageFolderOptions _options;
    private readonly PictureLoader _loader;
    private readonly PictureCache _cache;
    private readonly PicturePool _pool;
    private readonly ConcurrentDictionary<long, string> _damaged = [];
    private DataSummary? _summary;

    private ImageFolder(FolderListing listing, ImageFolderOptions options)
    {
        (_listing, _options) = (listing, options);
        _loader = new PictureLoader(listing, options);
        SampleShape = [_loader.Channels, _loader.Size.Height, _loader.Size.Width];
        _cache = new PictureCache(Count, (long)(SampleShape.Aggregate(1L, (product, size) => product * size) * options.Margin * options.Margin), options.CacheLimit);
        _pool = new PicturePool(LoadOrReplace, options.ThreadCount);
    }

    /// <summary>The sub-folders' names, in the order of the labels; empty without labels.</summary>
    public IReadOnlyList<string> ClassNames => _listing.ClassNames;

    /// <inheritdoc/>
    public long Count => _listing.Files.Count;

    /// <summary>The shape of a sample: <c>[1 or 3, height, width]</c>.</summary>
    public IReadOnlyList<long> SampleShape { get; }

    /// <inheritdoc/>
    public int? Classes => ClassNames.Count == 0 ? null : ClassNames.Count;

    /// <summary>The classes, the range and the digest of all pictures. Reads files when first asked for, as <see cref="Fingerprint"/> does.</summary>
    public DataSummary Summary => _summary ??= FolderSummary.Of(_listing);

    /// <inheritdoc/>
    DataSummary? ISampleSet.Summary => Summary;

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks => FolderSummary.Remarks(_listing);

    /// <summary>What lies in the folder and is not part of the set, with the reasons; empty when everything is.</summary>
    public IReadOnlyList<LeftOut> LeftOut => _listing.LeftOut;

    /// <summary>The damaged pictures met so far, each as a sentence with its file: with <see cref="DamagedPictures.Replace"/> those that were replaced.</summary>
    public IReadOnlyList<string> Damaged => [.. _damaged.OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    /// <summary>Opens a folder. A folder whose only content is one folder of folders stands for that one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Size, crops, memory and threads; null for the defaults, with which all pictures must have one size.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">There is no picture.</exception>
    /// <exception cref="DataFormatException">The first picture is damaged and no size is set, or the sub-folders are parts of a data set (train, test) and no classes.</exception>
    public static ImageFolder Read(string folder, ImageFolderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var settings = (options ?? new ImageFolderOptions()).Checked();
        return new ImageFolder(FolderListing.Of(folder), settings);
    }

    /// <summary>The file of a sample.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the set.</exception>
    public string PathOf(long index)
    {
        CheckIndex(index);
        return _loader.PathOf(index);
    }

    /// <summary>By what the pictures are known again. Reads names, sizes and times of all files, and contents up to a stated amount.</summary>
    /// <exception cref="IOException">A file is gone or cannot be read.</exception>
    public FolderFingerprint Fingerprint() => FolderFingerprint.Of(_listing.Root, _listing.Files);

    /// <summary>Decodes every picture once, on several threads, and names the damaged ones in the order of the set.</summary>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<string> FindDamaged(CancellationToken cancellation = default)
    {
        var found = new ConcurrentDictionary<long, string>();
        Parallel.For(0L, Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = _options.ThreadCount + 1 }, number =>
        {
            try
            {
                _loader.Load(number);
            }
            catch (Exception error) when (error is DataFormatException or IOException)
            {
                found[number] = error.Message;
            }
        });
        return [.. found.OrderBy(pair => pair.Key).Select(pair => pair.Value)];
    }

    /// <inheritdoc/>
    public void Expect(ReadOnlySpan<long> indices)
    {
        var missing = new List<long>(indices.Length);
        foreach (var index in indices)
        {
            CheckIndex(index);
            if (_cache.Find(index) is null)
            {
                missing.Add(index);
            }
        }

        _pool.Expect([.. missing]);
    }

    /// <inheritdoc/>
    /// <remarks>The samples are as in the first epoch.</remarks>
    public Batch Gather(ReadOnlySpan<long> indices, Device device) => Gather(indices, 0, device);

    /// <inheritdoc/>
    /// <exception cref="DataFormatException">A picture is damaged, or of another size or kind than all must be; the message names the file.</exception>
    public Batch Gather(ReadOnlySpan<long> indices, long epoch, Device device)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        ArgumentNullException.ThrowIfNull(device);
        var pictures = Pictures(indices);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var bytes = empty([indices.Length, .. SampleShape], ScalarType.Byte);
        var content = bytes.bytes;
        for (var i = 0; i < pictures.Length; i++)
        {
            var each = content.Length / pictures.Length;
            PictureView.Of(pictures[i], _loader.Size, _options, indices[i], epoch).CopyTo(content.Slice(i * each, each));
        }

        var samples = scope.MoveToOuter(Imaging.Pixels.FromBytes(bytes.to(device)));
        return new Batch(samples, Classes is null ? null : scope.MoveToOuter(tensor(pictures.Select(picture => (long)_listing.Labels[(int)picture.Number]).ToArray()).to(device)));
    }

    /// <inheritdoc/>
    public void Dispose() => _pool.Dispose();

    private FolderPicture[] Pictures(ReadOnlySpan<long> indices)
    {
        var pictures = new FolderPicture?[indices.Length];
        var missing = new List<long>();
        for (var i = 0; i < indices.Length; i++)
        {
            CheckIndex(indices[i]);
            pictures[i] = _cache.Find(indices[i]);
            if (pictures[i] is null)
            {
                missing.Add(indices[i]);
            }
        }

        var loaded = _pool.Take([.. missing]);
        for (int i = 0, next = 0; i < pictures.Length; i++)
        {
            pictures[i] ??= loaded[next++];
        }

        return pictures!;
    }

    private FolderPicture LoadOrReplace(long number)
    {
        for (var other = number; ; other = (other + 1) % Count)
        {
            try
            {
                var picture = _loader.Load(other);
                _cache.Keep(number, picture);
                return picture;
            }
            catch (DataFormatException error) when (_options.Damaged == DamagedPictures.Replace && _damaged.Count < MostReplacements)
            {
                _damaged[other] = error.Message;
                if ((other + 1) % Count == number)
                {
                    throw;
                }
            }
        }
    }

    private void CheckIndex(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index, "indices");
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count, "indices");
    }
}
