using System.Text;
using Gan.Net.IO;

namespace Gan.Net.Reporting;

/// <summary>
/// Makes one page of all that is known of a run: <c>report.html</c>, which stands alone. It loads nothing from anywhere, opens from
/// disk, and follows the reader's choice of a light or dark scheme. Every file of the run may be missing; its part is then left out:
/// <list type="bullet">
/// <item><c>config.json</c>: any JSON object, shown as the settings and the machine;</item>
/// <item><c>stats.jsonl</c>: what <see cref="JsonLinesHook"/> writes, shown as curves;</item>
/// <item><c>samples/</c>, <c>field/</c>: what <see cref="SamplePicturesHook"/> and <see cref="FieldPicturesHook"/> draw, shown over time;</item>
/// <item><c>interpolation.png</c>: what <see cref="InterpolationPicture"/> draws;</item>
/// <item><c>generator.safetensors</c>: saved at a run's end, it tells one that was stopped from one nobody knows the end of;</item>
/// <item><c>verdicts.jsonl</c>: the monitor's verdicts; <c>metrics.jsonl</c>: measured metrics under their protocols.</item>
/// </list>
/// A line that is not whole, such as the last one of a run ended by force, is passed over, and the page says how many were.
/// </summary>
public static class RunReport
{
    /// <summary>The report's name in the run's folder.</summary>
    public const string FileName = "report.html";

    /// <summary>Writes the report into the run's folder; one that is there is replaced in a single step.</summary>
    /// <param name="runFolder">The run's folder.</param>
    /// <param name="options">What else it says; null for the defaults.</param>
    /// <returns>The report's path.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">A file cannot be read, or the report cannot be written.</exception>
    public static string Write(string runFolder, RunReportOptions? options = null)
    {
        var bytes = Encoding.UTF8.GetBytes(Draw(runFolder, options));
        var path = Path.Combine(runFolder, FileName);
        AtomicFile.Write(path, stream => stream.Write(bytes));
        return path;
    }

    /// <summary>The report as a text.</summary>
    /// <param name="runFolder">The run's folder.</param>
    /// <param name="options">What else it says; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static string Draw(string runFolder, RunReportOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(runFolder);
        options = (options ?? new RunReportOptions()).Checked();
        if (!Directory.Exists(runFolder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{runFolder}'. Name the folder of a run.");
        }

        return new ReportPage(RunRecord.Read(runFolder, options), options).Draw();
    }
}
