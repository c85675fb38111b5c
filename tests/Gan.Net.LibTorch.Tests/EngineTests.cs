using Gan.Net.LibTorch.Interop;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class EngineTests
{
    // The runtime asks for the library again at the first call of each native function.
    [Fact]
    public void SetNumThreads_LibraryAskedForAgain_Stays()
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(before + 1);

            Assert.NotEqual(0, NativeLoader.Resolve(Native.Library, typeof(NativeLoader).Assembly, null));

            Assert.Equal(before + 1, get_num_threads());
        }
        finally
        {
            set_num_threads(before);
        }
    }

    [Fact]
    public void LibTorchVersion_IsThatOfTheBuild()
    {
        Assert.Matches(@"^\d+\.\d+\.\d+", Engine.LibTorchVersion);
        Assert.Equal(__version__, Engine.LibTorchVersion);
    }

    [Fact]
    public void Configuration_SaysHowLibTorchWasBuilt()
    {
        Assert.StartsWith("PyTorch built with:", Engine.Configuration, StringComparison.Ordinal);
        Assert.Equal(Engine.Configuration, Engine.Configuration);
    }

    [Fact]
    public void Threads_AfterSetNumThreads_IsThatNumber()
    {
        var before = get_num_threads();
        set_num_threads(before + 1);
        Assert.Equal(before + 1, Engine.Threads);
        set_num_threads(before);
        Assert.Equal(before, Engine.Threads);
    }

    [Fact]
    public void Name_IsTheAssemblys() => Assert.Equal(typeof(Engine).Assembly.GetName().Name, Engine.Name);
}
