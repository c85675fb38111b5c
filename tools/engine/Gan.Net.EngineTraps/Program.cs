using System.Globalization;
using Gan.Net.EngineTraps;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [var verb, var name] && Programs.Verbs.TryGetValue(verb, out var program))
{
    Console.WriteLine(Programs.Answer + program(name));
    return 0;
}

foreach (var trap in TrapList.All)
{
    Console.WriteLine($"{trap.Call} | {trap.Observed}");
}

return 0;
