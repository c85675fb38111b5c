namespace Gan.Net.Reliability.Runner;

/// <summary>
/// One promise and its test. A new check is one new file and one line in <see cref="AllChecks"/>. Checks run one after the other, each
/// with a folder of its own.
/// </summary>
internal abstract class Check
{
    /// <summary>The name on the command line, such as <c>kills</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Runs the test and says what came out, figure by figure. A figure that says a control saw nothing counts as broken.</summary>
    public abstract IEnumerable<Figure> Run(Occasion occasion);
}
