namespace Gan.Net.Data;

/// <summary>Files or folders that are not part of a set: why, how many, and one of them. Immutable.</summary>
public sealed record LeftOut
{
    /// <summary>Why.</summary>
    public required LeftOutReason Reason { get; init; }

    /// <summary>How many, at least 1: folders for hidden and empty folders, else files.</summary>
    public required long Count { get; init; }

    /// <summary>One of them, below the set's folder.</summary>
    public required string Example { get; init; }

    /// <summary>A line for people, such as "3 files are no pictures that are read (notes.txt)".</summary>
    public override string ToString()
    {
        var one = Count == 1;
        var what = Reason switch
        {
            LeftOutReason.NoPicture => one ? "1 file is no picture that is read" : $"{Count} files are no pictures that are read",
            LeftOutReason.Hidden => one ? "1 file or folder is hidden" : $"{Count} files or folders are hidden",
            LeftOutReason.BesideClasses => one ? "1 picture lies beside the folders of the classes" : $"{Count} pictures lie beside the folders of the classes",
            _ => one ? "1 sub-folder holds no picture" : $"{Count} sub-folders hold no picture",
        };
        return one ? $"{what} ({Example})" : $"{what} ({Example} is one)";
    }
}
