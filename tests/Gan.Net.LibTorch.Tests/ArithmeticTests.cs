namespace Gan.Net.LibTorch.Tests;

public sealed class ArithmeticTests
{
    private static readonly ReferenceCases Cases = new("arithmetic")
    {
        { "add", x => x["input"].add(x["other"]) },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();
}
