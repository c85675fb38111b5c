using System.Runtime.InteropServices;

namespace Gan.Net.Cli.Training;

/// <summary>
/// Ctrl+C and SIGTERM while a run is under way: the first one asks the run to stop after its step, so that what was learnt can be
/// saved; the next one ends the process as usual.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
    ];

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
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
