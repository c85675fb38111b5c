namespace Gan.Net.IO;

/// <summary>Makes folders that stay.</summary>
internal static class Folders
{
    /// <summary>Makes a folder and those above it that are missing, each on the disk before the next.</summary>
    public static void Make(IFileSystem disk, string path)
    {
        if (disk.FolderExists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(path);
        if (!string.IsNullOrEmpty(parent))
        {
            Make(disk, parent);
        }

        disk.CreateFolder(path);
        if (!string.IsNullOrEmpty(parent))
        {
            disk.FlushFolder(parent);
        }
    }
}
