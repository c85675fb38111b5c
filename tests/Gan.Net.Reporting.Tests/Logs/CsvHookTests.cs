using Gan.Net.IO;
using Gan.Net.Reporting.Tests.Support;

namespace Gan.Net.Reporting.Tests.Logs;

public sealed class CsvHookTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    private string File => _folder.File("run/stats.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OnReport_Reports_AreLinesUnderTheirNames()
    {
        var hook = new CsvHook(File);

        hook.OnReport(Reports.At(50, 0.5, ("discriminator.loss", 1.25), ("score.real", double.NaN)), []);
        hook.OnReport(Reports.At(100, null, ("score.real", -2e-7), ("discriminator.loss", 1)), []);

        Assert.Equal(["round,samples,epoch,seconds,discriminator.loss,score.real", "50,400,0.5,0,1.25,NaN", "100,800,,0,1,-2E-07"], Lines());
    }

    [Fact]
    public void OnReport_NewName_AddsAColumn()
    {
        var hook = new CsvHook(File);

        hook.OnReport(Reports.At(50, null, ("a", 1)), []);
        hook.OnReport(Reports.At(100, null, ("b", 3), ("a", 2)), []);
        hook.OnReport(Reports.At(150, null, ("b", 4)), []);

        Assert.Equal(["round,samples,epoch,seconds,a,b", "50,400,,0,1,", "100,800,,0,2,3", "150,1200,,0,,4"], Lines());
    }

    [Fact]
    public void Constructor_RunGoesOn_KeepsItsColumns()
    {
        new CsvHook(File).OnReport(Reports.At(50, null, ("a", 1), ("b", 2)), []);
        new CsvHook(File).OnReport(Reports.At(100, null, ("b", 3)), []);

        Assert.Equal(["round,samples,epoch,seconds,a,b", "50,400,,0,1,2", "100,800,,0,,3"], Lines());
    }

    [Fact]
    public void Constructor_AfterRound_CutsLaterAndTornLines()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "round,samples,epoch,seconds,a\n50,400,,1.5,1\n100,800,,3,2\n150,1200,,4.5,3\n200,16");

        new CsvHook(File, afterRound: 100).OnReport(Reports.At(150, null, ("a", 9)), []);

        Assert.Equal(["round,samples,epoch,seconds,a", "50,400,,1.5,1", "100,800,,3,2", "150,1200,,3,9"], Lines());
    }

    [Fact]
    public void Constructor_AnotherTable_IsLeftAlone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "x,y\n1,2\n");

        var error = Assert.Throws<DataFormatException>(() => new CsvHook(File));

        Assert.EndsWith("Its first line does not begin with round,samples,epoch,seconds: it is another table. Choose another file.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["x,y", "1,2"], Lines());
    }

    [Fact]
    public void OnReport_NameWithAComma_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => new CsvHook(File).OnReport(Reports.At(1, null, ("a,b", 1)), []));

        Assert.Equal("The measure 'a,b' has a comma, quote or line break in its name. Rename it.", error.Message);
    }

    private string[] Lines() => System.IO.File.ReadAllLines(File);
}
