using System.Collections;
using Microsoft.Build.Framework;

namespace Gan.Net.Build.Tests.Support;

/// <summary>A build that keeps the messages it is told, and refuses warnings and errors.</summary>
internal sealed class RecordingBuild : IBuildEngine
{
    public List<BuildMessageEventArgs> Messages { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "project";

    public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e);

    public void LogWarningEvent(BuildWarningEventArgs e) => Assert.Fail(e.Message);

    public void LogErrorEvent(BuildErrorEventArgs e) => Assert.Fail(e.Message);

    public void LogCustomEvent(CustomBuildEventArgs e) => Assert.Fail(e.Message);

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;
}
