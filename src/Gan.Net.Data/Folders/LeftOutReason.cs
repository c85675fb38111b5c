namespace Gan.Net.Data;

/// <summary>Why files or folders are not part of a set.</summary>
public enum LeftOutReason
{
    /// <summary>Files whose names do not end as those of pictures that are read.</summary>
    NoPicture,

    /// <summary>Hidden files and folders: their names start with a dot, or are <c>__MACOSX</c>.</summary>
    Hidden,

    /// <summary>Pictures beside the folders of the classes: they have no class.</summary>
    BesideClasses,

    /// <summary>Sub-folders that hold no picture: they are no classes.</summary>
    EmptyFolder,
}
