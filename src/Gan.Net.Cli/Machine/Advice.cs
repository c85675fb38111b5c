namespace Gan.Net.Cli.Machine;

/// <summary>What would make this machine better at its work: one line each, with the command that does it.</summary>
internal static class Advice
{
    private const double LittleMemory = 1;

    public static IReadOnlyList<string> For(MachineFacts facts)
    {
        List<string> advice = [];
        if (facts.Threads < facts.Cores)
        {
            advice.Add(facts.ThreadsChosen is null
                ? $"Only {facts.Threads} of {facts.Cores} cores are used: set OMP_NUM_THREADS={facts.Cores}."
                : $"Only {facts.Threads} of {facts.Cores} cores are used, because OMP_NUM_THREADS is {facts.ThreadsChosen}: unset OMP_NUM_THREADS.");
        }

        if (facts.FreeMemoryGiB < LittleMemory)
        {
            advice.Add("Less than 1 GiB of memory is free: end other programs, or train with a smaller --batch.");
        }

        return advice;
    }
}
