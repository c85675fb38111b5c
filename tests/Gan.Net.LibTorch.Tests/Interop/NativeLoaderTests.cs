using Gan.Net.LibTorch.Interop;

namespace Gan.Net.LibTorch.Tests.Interop;

/// <summary>What is loaded before libtorch, so that loading it takes less time.</summary>
public sealed class NativeLoaderTests
{
    private static readonly string List = Path.Combine(AppContext.BaseDirectory, "libgannet_torch.needs");

    // An unpacked libtorch brings its own libraries, and the list is empty. A library may be unable to stand alone; few are.
    [Fact]
    public void LoadNeeds_ListOfThisBuild_LoadsNearlyAll()
    {
        var listed = File.ReadAllLines(List).Length;

        Assert.InRange(NativeLoader.LoadNeeds(List), listed - listed / 20, listed);
    }

    [Fact]
    public void LoadNeeds_LibraryThatIsGone_IsPassedOver()
    {
        var folder = Directory.CreateTempSubdirectory("gan-net-test-");
        try
        {
            var list = Path.Combine(folder.FullName, "some.needs");
            File.WriteAllLines(list, ["libno-such-library.so.9", "libc.so.6"]);

            Assert.Equal(1, NativeLoader.LoadNeeds(list));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void LoadNeeds_NoList_LoadsNothing() => Assert.Equal(0, NativeLoader.LoadNeeds(List + ".absent"));
}
