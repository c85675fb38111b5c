using System.Globalization;
using System.Text;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>The table as Markdown: our rows, each with what papers published for it, and the budgets of both.</summary>
internal static class ModesPage
{
    public static string Of(ModesTable table, string machine, string? picture)
    {
        var page = new StringBuilder();
        page.AppendLine("# Mode collapse on the ring of 8 and the grid of 25").AppendLine();
        page.AppendLine("Written by `dotnet run -c Release --project benchmarks/Gan.Net.Benchmarks -- modes --out docs/benchmarks/modes.md`; `modes --quick` takes three minutes.").AppendLine();
        Protocol(page, table.Budget);
        page.AppendLine(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {machine}. All runs took {table.Processor.TotalMinutes:F0} minutes of processor time: about half as many minutes on two idle cores.").AppendLine();
        Results(page, table);
        if (picture is not null)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"![The samples of one seed of each row]({picture})").AppendLine();
            page.AppendLine("*2,500 samples of the first seed of each row, left to right in the table's order: ring above, grid below; a mode that is missed would show cyan.*").AppendLine();
        }

        Budgets(page, table);
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Protocol(StringBuilder page, ModesBudget budget)
    {
        page.AppendLine("Data and protocol are PacGAN's (Lin et al. 2018, code). Ring: 8 modes on a circle of radius 1, deviation 0.01. Grid: 25 modes 2 apart, deviation 0.05. 100,000");
        page.AppendLine("fixed samples train a model, 2,500 of its samples are judged: one is of high quality when nearer to its nearest mode than 3 deviations, a mode is");
        page.AppendLine("covered when one such sample is nearest to it, and KL is that of the modes' histogram over these samples to the uniform one, in nats. "
            + string.Create(CultureInfo.InvariantCulture, $"{(budget.Seeds == 1 ? $"One seed, {budget.FirstSeed}" : $"Seeds {budget.FirstSeed} to {budget.FirstSeed + budget.Seeds - 1}, mean ± standard error")}."));
        page.AppendLine();
        page.AppendLine("A perfect sampler has 98.889 % of high quality (1 - e^-4.5) and a KL of about (modes - 1) / 5,000: more than 99.5 % means modes that are too narrow.").AppendLine();
    }

    private static void Results(StringBuilder page, ModesTable table)
    {
        page.AppendLine("| | ring: modes | high quality, % | KL | grid: modes | high quality, % | KL | processor s a seed | goal |");
        page.AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var row in table.Rows)
        {
            var seconds = row == ModesTable.Perfect ? "" : table.Seconds(row).ToString("F0", CultureInfo.InvariantCulture);
            var goal = row == ModesTable.Perfect ? "" : table.ReachesTheGoal(row) ? "reached" : "no";
            page.AppendLine($"| **{row}** | {Numbers(table, row, ModesGame.Ring)} | {Numbers(table, row, ModesGame.Grid)} | {seconds} | {goal} |");
            foreach (var published in PublishedModes.All.Where(published => published.Row == row))
            {
                page.AppendLine(Line(published));
            }
        }

        foreach (var published in PublishedModes.All.Where(published => ModesRow.All.All(row => row.Name != published.Row)))
        {
            page.AppendLine(Line(published));
        }

        page.AppendLine();
        page.AppendLine("Indented rows are published: Table 1 of VEEGAN (Srivastava et al. 2017, 5 runs) and Table 1 of PacGAN (10 runs). Rows without one have no published numbers under this");
        page.AppendLine("protocol. The goal is 8.0 of 8 modes, at least 24.8 of 25, and 90 % of high quality on both. The training budgets differ, as the next table says.").AppendLine();
    }

    private static string Numbers(ModesTable table, string row, ModesGame game) =>
        $"{table.Modes(row, game).Show(1)} | {table.HighQuality(row, game).Show(1)} | {table.Kl(row, game).Show(4)}";

    private static string Line(PublishedModes published) =>
        $"| &nbsp;&nbsp;{published.Row}, {published.Source}'s table | {string.Join(" | ", published.Ring)} | {string.Join(" | ", published.Grid)} | | |";

    private static void Budgets(StringBuilder page, ModesTable table)
    {
        var budget = table.Budget;
        page.AppendLine("## What each row was given").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"Ours: latents of 2 from N(0, 1), both nets {string.Join("-", budget.Widths)} (ReLU, and LeakyReLU 0.2), no batch norm; {budget.Inputs}, as in WGAN-GP's toy;");
        page.AppendLine(CultureInfo.InvariantCulture, $"{budget.Rate}. No average of weights, no choice of the best checkpoint: the last weights are judged. The settings were found by a few");
        page.AppendLine("runs of seed 1, which is not in the table, and are the same for every row but for what the table names and the rounds: each row got about as much processor time. No row was chosen or left out by");
        page.AppendLine("what it reached. This is the second table: the first, of seeds 101 to 110, gave as much time a run and led to the questions of [why a row falls short](modes-causes.md).").AppendLine();
        page.AppendLine("| | what is particular | rounds | batch | G | D |").AppendLine("|---|---|---|---|---|---|");
        foreach (var row in ModesRow.All.Where(row => table.Rows.Contains(row.Name)))
        {
            var run = table[row.Name, ModesGame.Ring][0];
            page.AppendLine(CultureInfo.InvariantCulture, $"| **{row.Name}** | {row.Method} | {budget.RoundsOf(row):N0} | {budget.Batch * row.Pack} | {run.GeneratorSize:N0} | {run.DiscriminatorSize:N0} |");
        }

        page.AppendLine("| PacGAN's GAN | maxout discriminator, batch norm in G, Adam 1e-4, β1 0.8 | 400,000 | 100 | 484,802 | 405,201 |");
        page.AppendLine("| PacGAN2 | the same, packs of 2 | 400,000 | 100 packs | 484,802 | 407,201 |");
        page.AppendLine("| Unrolled GAN's notebook (ring) | 5 steps unrolled, saturating loss, Adam 1e-4 and 1e-3, β1 0.5 | 25,000 | 512 | 49,666 | 17,025 |");
        page.AppendLine("| WGAN-GP's toy (no mode counts published) | penalty 0.1, 5 discriminator steps, Adam 1e-4, β 0.5 and 0.9 | 100,000 | 256 | 527,874 | 527,361 |");
    }
}
