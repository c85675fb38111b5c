using Gan.Net.Cli.CommandLine;

namespace Gan.Net.Cli.Tests.Runs;

public sealed class ShellTextTests
{
    [Fact]
    public void Command_PlainArguments_StandAsTheyAre() => Assert.Equal("gan-net train --data mnist:/data/x --out runs/a-1", ShellText.Command(["train", "--data", "mnist:/data/x", "--out", "runs/a-1"]));

    [Theory]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("$HOME;rm", "'$HOME;rm'")]
    [InlineData("", "''")]
    [InlineData("~", "'~'")]
    public void Command_ArgumentAShellWouldRead_IsQuoted(string argument, string quoted) => Assert.Equal("gan-net " + quoted, ShellText.Command([argument]));
}
