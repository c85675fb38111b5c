namespace Gan.Net.Cli.Training;

/// <summary>What the user asked of <c>gan-net train --resume</c>. Null where the run's own settings stand.</summary>
internal sealed record ResumeRequest
{
    public required string Run { get; init; }

    /// <summary>Where the data is now.</summary>
    public DataName? Data { get; init; }

    public double? GeneratorRate { get; init; }

    public double? DiscriminatorRate { get; init; }

    public long? CheckpointEvery { get; init; }

    public bool ChangesRates => GeneratorRate is not null || DiscriminatorRate is not null;
}
