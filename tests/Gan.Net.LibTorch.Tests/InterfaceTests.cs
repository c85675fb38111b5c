using Xunit.Abstractions;

namespace Gan.Net.LibTorch.Tests;

/// <summary>
/// The binding declares nothing in TorchSharp's namespaces that TorchSharp does not declare. Run alone, with the share of
/// the listed members each type has: <c>dotnet test tests/Gan.Net.LibTorch.Tests -c Release --filter InterfaceTests --logger "console;verbosity=detailed"</c>.
/// </summary>
public sealed class InterfaceTests(ITestOutputHelper output)
{
    [Fact]
    public void Binding_ComparedWithTorchSharp_HasNoStrangers()
    {
        PrintCoverage();
        var strangers = BindingInterface.Strangers(BindingInterface.Types, BindingInterface.Listed);
        Assert.True(strangers.Count == 0, $"{strangers.Count} strangers to TorchSharp's interface:\n    {string.Join("\n    ", strangers)}");
    }

    [Theory]
    [InlineData("Tensor add(Tensor target)", "Tensor add(Tensor other)")]
    [InlineData("Tensor add(Tensor target, Scalar alpha)", "Tensor add(Scalar alpha, Tensor target)")]
    [InlineData("Tensor std(bool unbiased = true)", "Tensor std(bool unbiased)")]
    [InlineData("long numel()", "int numel()")]
    [InlineData("double lr { get; set; }", "double lr { get; }")]
    [InlineData("static Tensor abs(Tensor input)", "Tensor abs(Tensor input)")]
    [InlineData("const CPU = 0", "const CPU = 1")]
    public void StrangersTo_ChangedMember_NamesItAndTheListedOne(string listed, string ours)
    {
        var strangers = OneType(ours).StrangersTo(OneType(listed), _ => false);
        Assert.Equal($"TorchSharp.Sample: {ours}\n        listed: {listed}", Assert.Single(strangers));
    }

    [Theory]
    [InlineData("class TorchSharp.S", "sealed class TorchSharp.S", "TorchSharp.S is a sealed class; listed: class")]
    [InlineData("class TorchSharp.S : Module<T, R>, IDisposable", "class TorchSharp.S : Module, IDisposable", "TorchSharp.S derives from Module; listed: Module<T, R>")]
    [InlineData("class TorchSharp.S : IDisposable", "class TorchSharp.S : ICloneable", "TorchSharp.S implements ICloneable; listed: IDisposable")]
    public void StrangersTo_ChangedHeader_NamesBoth(string listed, string ours, string expected) =>
        Assert.Equal(expected, Assert.Single(ApiType.Parse([ours]).Values.Single().StrangersTo(ApiType.Parse([listed]).Values.Single(), _ => false)));

    [Fact]
    public void StrangersTo_LackingMembersAndInterfaces_None() =>
        Assert.Empty(ApiType.Parse(["class TorchSharp.S"]).Values.Single().StrangersTo(
            ApiType.Parse(["class TorchSharp.S : IDisposable", "    void Dispose()"]).Values.Single(), _ => false));

    [Fact]
    public void Strangers_UnlistedType_NamesIt() =>
        Assert.Equal(
            "Gan.Net.LibTorch.Tests.ApiSample<T>: no such type is listed",
            Assert.Single(BindingInterface.Strangers([typeof(ApiSample<>)], BindingInterface.Listed)));

    [Fact]
    public void Strangers_OverrideLikeItsBase_None()
    {
        var listed = ApiType.Parse(["sealed class Gan.Net.LibTorch.Tests.ApiSample<T>.Derived : ApiSample<T>, IDisposable", "    new()"]);
        Assert.Empty(BindingInterface.Strangers([typeof(ApiSample<>.Derived)], listed));
    }

    [Fact]
    public void Describe_SampleOfEveryKind_ListsNotation()
    {
        string[] expected =
        [
            "(long, T)? Pair(params long[] sizes)",
            "T this[int index] { get; set; }",
            "abstract void Apply(ref long value, out T result)",
            "new(DayOfWeek day = 1, double rate = 1E-08, string text = \"mean\", bool flag = true, string nothing = null)",
            "protected int Kept",
            "protected new()",
            "protected virtual ReadOnlySpan<int> Spanned(Dictionary<string, Action<T>> given)",
            "static ApiSample<T> op_Implicit(long value)",
            "static readonly long Zero",
            "string Name { get; }",
            "void Dispose()",
        ];
        var sample = BindingInterface.Describe(typeof(ApiSample<>));
        Assert.Equal("abstract class", sample.Kind);
        Assert.Equal("Gan.Net.LibTorch.Tests.ApiSample<T>", sample.Name);
        Assert.Equal(["IDisposable"], sample.Interfaces);
        Assert.Equal(expected, sample.Members);
    }

    [Fact]
    public void Describe_ExtensionMethod_StartsWithThis() =>
        Assert.Equal(["static int Twice(this int value, int? times = 2)"], BindingInterface.Describe(typeof(ApiSampleExtensions)).Members);

    private static ApiType OneType(string member) => ApiType.Parse(["class TorchSharp.Sample", "    " + member]).Values.Single();

    private void PrintCoverage()
    {
        foreach (var (name, present, missing) in BindingInterface.Coverage())
        {
            output.WriteLine($"{name}: {present} of {present + missing.Count}");
        }
    }
}
