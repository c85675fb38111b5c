using TorchSharp;
using TorchSharp.Modules;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Every layer and function has a case.</summary>
public sealed class NnCoverageTests
{
    private static readonly HashSet<string> Covered =
    [
        .. LayerCaseTests.Cases.Members, .. ActivationCaseTests.Cases.Members, .. PictureCaseTests.Cases.Members, .. LossCaseTests.Cases.Members,
        .. SeededTests.Cases.Members, .. RunningTests.Cases.Members,
    ];

    [Fact]
    public void Functional_Members_AllHaveACase() =>
        Coverage.AssertCovered(typeof(torch.nn.functional), Coverage.NamesOf(typeof(torch.nn.functional)), Covered, new Dictionary<string, string>());

    [Fact]
    public void Init_Members_AllHaveACase() => Coverage.AssertCovered(
        typeof(torch.nn.init), Coverage.NamesOf(typeof(torch.nn.init)), Covered, new Dictionary<string, string>
        {
            ["calculate_gain"] = "the draws by kaiming_normal_ show the gains",
            ["CalculateFanInAndFanOut"] = "the draws by xavier and kaiming show the fans",
        });

    [Fact]
    public void Utils_Members_AllHaveACase() => Coverage.AssertCovered(
        typeof(torch.nn.utils), Coverage.NamesOf(typeof(torch.nn.utils)), Covered, new Dictionary<string, string>
        {
            ["vector_to_parameters"] = "it makes views; RunningTests",
        });

    [Fact]
    public void Layers_Types_AllHaveACase()
    {
        var layers = typeof(Linear).Assembly.GetExportedTypes()
            .Where(type => type is { Namespace: "TorchSharp.Modules", IsSealed: true, IsAbstract: false, IsEnum: false } && type.IsSubclassOf(typeof(torch.nn.Module)))
            .Select(type => type.Name);
        Assert.Empty(layers.Except(Covered));
    }
}
