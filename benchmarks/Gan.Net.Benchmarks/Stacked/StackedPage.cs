using System.Globalization;
using System.Text;

namespace Gan.Net.Benchmarks.Stacked;

/// <summary>The table as Markdown: our rows beside the published ones, and the budgets of both.</summary>
internal static class StackedPage
{
    // PacGAN's Table 2 has VEEGAN's numbers and its own (10 runs); R3GAN's Table 1 is an ablation at 32 by 32.
    private static readonly string[] _published =
    [
        "| DCGAN, VEEGAN's table | 99 | 3.40 | |",
        "| DCGAN, PacGAN's table | 78.9 ± 6.5 | 4.50 ± 0.13 | |",
        "| PacDCGAN2, PacGAN's table | 1000 | 0.06 ± 0.003 | |",
        "| RpGAN+R1+R2, R3GAN's ablation (small ResNet) | 1000 | 0.078 | |",
        "| GAN+R1+R2, R3GAN's ablation (small ResNet) | 693 | 0.927 | |",
    ];

    public static string Of(IReadOnlyList<StackedResult> results, StackedBudget budget, string classifier, string machine)
    {
        var page = new StringBuilder();
        page.AppendLine("# Stacked MNIST: a thousand modes").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"Three random MNIST digits are the channels of one picture. {budget.Judged:N0} pictures are judged: a classifier of single digits names each channel, a mode is");
        page.AppendLine("covered when one picture shows it, and KL is that of the thousand counts to the uniform distribution, in nats. The protocol is VEEGAN's and PacGAN's;");
        page.AppendLine(CultureInfo.InvariantCulture, $"{budget.Stacks:N0} fixed stacks of digits of both halves of MNIST train a model. Our pictures lie in [-1, 1], where theirs lie in [0, 1] although the");
        page.AppendLine("generator ends in Tanh, and each of our rounds has one generator step, where theirs has two.").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"Written by `stacked-mnist{(budget == StackedBudget.Quick ? " --quick" : "")}`, {DateTime.UtcNow:yyyy-MM-dd}, {machine}. Judge: {classifier}.").AppendLine();
        page.AppendLine("| | modes of 1,000 | KL | s |").AppendLine("|---|---|---|---|");
        foreach (var result in results)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| **{result.Row}** | {result.Coverage.Covered} | {result.Coverage.KlToUniform:F3} | {(result.Seconds > 0 ? $"{result.Seconds:F0}" : "")} |");
        }

        Array.ForEach(_published, line => page.AppendLine(line));
        page.AppendLine();
        if (budget == StackedBudget.Quick)
        {
            page.AppendLine("So short a training shows how each begins, not where it ends: the published rows took forty times the rounds, and much larger nets.").AppendLine();
        }

        Budgets(page, results, budget);
        return page.ToString();
    }

    private static void Budgets(StringBuilder page, IReadOnlyList<StackedResult> results, StackedBudget budget)
    {
        page.AppendLine("## What each row was given").AppendLine();
        page.AppendLine("| | what is particular | rounds | batch | G | D |").AppendLine("|---|---|---|---|---|---|");
        foreach (var row in StackedRow.All)
        {
            if (results.FirstOrDefault(result => result.Row == row.Name) is { } result)
            {
                page.AppendLine(CultureInfo.InvariantCulture, $"| **{row.Name}** | {row.Method} | {budget.Rounds:N0} | {budget.Batch * row.Pack} | {result.GeneratorSize:N0} | {result.DiscriminatorSize:N0} |");
            }
        }

        page.AppendLine("| DCGAN, PacGAN's code | two generator steps a round | 100,000 | 64 | 4,514,819 | 4,310,401 |");
        page.AppendLine("| PacDCGAN2, PacGAN's code | packs of 2 | 100,000 | 64 packs | 4,514,819 | 4,315,201 |");
        page.AppendLine("| R3GAN's ablation | 10 million pictures at 32 by 32 | 19,531 | 512 | | |");
        page.AppendLine().AppendLine("Ours: latents of 100 from U(-1, 1), DCGANs for 28 by 28, Adam with rate 2e-4, β 0.5 and 0.999 unless the row says otherwise.").AppendLine();
        page.AppendLine("The full protocol, on a GPU; `--data` names a folder with MNIST's four files:").AppendLine();
        page.AppendLine("```sh");
        page.AppendLine("dotnet run -c Release --project benchmarks/Gan.Net.Benchmarks -- stacked-mnist --data FOLDER --device cuda --out docs/benchmarks/stacked-mnist.md");
        page.AppendLine("```");
    }
}
