namespace Gan.Net.Reporting;

/// <summary>Settings that belong together, as they are shown.</summary>
internal sealed record SettingsGroup(string Name, IReadOnlyList<(string Name, string Value)> Entries);
