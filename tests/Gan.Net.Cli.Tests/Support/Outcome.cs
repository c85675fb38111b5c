namespace Gan.Net.Cli.Tests.Support;

/// <summary>What a run of the tool came to.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>Asserts that the tool refused with this sentence, alone on the error output, and exit code 2.</summary>
    public void IsRefusal(string sentence)
    {
        Assert.Equal(sentence + Environment.NewLine, Error);
        Assert.Equal("", Output);
        Assert.Equal(2, ExitCode);
    }

    /// <summary>Asserts that all went well, and returns what was printed.</summary>
    public string Succeeded()
    {
        Assert.True(ExitCode == 0, $"gan-net exited with {ExitCode}:\n{Error}\n{Output}");
        Assert.Equal("", Error);
        return Output;
    }
}
