// The same training twice: the loop written out on the engine, and the same game played by Gan.Net. Both start from the same
// weights and see the same data, so what differs is who does the bookkeeping, and the latents.
//   dotnet run -c Release --project samples/RawEngine [rounds]
using System.Diagnostics;
using System.Globalization;

var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;

foreach (var (name, train) in new (string, Action<int>)[] { ("raw engine", RawLoop.Train), ("Gan.Net", LibraryLoop.Train) })
{
    var clock = Stopwatch.StartNew();
    train(rounds);
    Console.WriteLine($"{name}: {clock.Elapsed.TotalMilliseconds / rounds:0.00} ms a round");
}
