using Gan.Net.Reliability.Runner;

if (args is [var verb, .. var rest] && Children.Verbs.TryGetValue(verb, out var child))
{
    return child(rest);
}

if (args is ["--list"])
{
    foreach (var check in AllChecks.List)
    {
        Console.WriteLine(check.Name);
    }

    return 0;
}

var names = args.Where(argument => argument != "--long").ToList();
var strangers = names.Except(AllChecks.List.Select(check => check.Name)).ToList();
if (strangers.Count > 0)
{
    Console.Error.WriteLine($"There is no check named {string.Join(", ", strangers)}; --list names them.");
    return 2;
}

var chosen = AllChecks.List.Where(check => names.Count == 0 || names.Contains(check.Name)).ToList();
return Table.Print(chosen, args.Contains("--long"), Console.Out) ? 0 : 1;
