using System.Runtime.InteropServices;

namespace Gan.Net.Cli.Training;

/// <summary>
/// Ctrl+C, SIGTERM and SIGHUP, by which a closed terminal or a lost connection ends its programs, while a run is under way: the first
/// one asks the run to stop after its step, so that what was learnt can be saved; the next one ends the process as usual. Under nohup
/// SIGHUP stays ignored. On Windows the closing of the console and of the session count too.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _saved = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        .. HangUp.IsIgnored() ? Array.Empty<PosixSignalRegistration>() : [PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal)],
    ];

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _saved.Set();
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested)
        {
            ShowCursor();
            return;
        }

        context.Cancel = true;
        _stop.Cancel();

        // Windows ends the process as soon as the handler of a closed console is done, or after five seconds.
        if (OperatingSystem.IsWindows() && context.Signal is (PosixSignal.SIGHUP or PosixSignal.SIGTERM))
        {
            _saved.Wait();
        }
    }

    // The bar hides it, and will not come to its end.
    private static void ShowCursor()
    {
        if (!Console.IsOutputRedirected)
        {
            Console.Write("\e[?25h\n");
        }
    }
}
