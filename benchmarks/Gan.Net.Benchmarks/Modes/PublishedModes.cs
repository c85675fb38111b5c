namespace Gan.Net.Benchmarks.Modes;

/// <summary>A row of a paper: modes, share of high quality and KL of the ring, then of the grid; empty where the paper has none.</summary>
internal sealed record PublishedModes(string Row, string Source, string[] Ring, string[] Grid)
{
    /// <summary>
    /// Tables 1 of VEEGAN (Srivastava et al. 2017, means of 5 runs) and of PacGAN (Lin et al. 2018, means and standard errors of 10).
    /// PacGAN's KL is in nats, as its code logs it.
    /// </summary>
    public static IReadOnlyList<PublishedModes> All { get; } =
    [
        new("GAN", "VEEGAN", ["1", "99.3", ""], ["3.3", "0.5", ""]),
        new("GAN", "PacGAN", ["6.3 ± 0.5", "98.2 ± 0.2", "0.45 ± 0.09"], ["17.3 ± 0.8", "94.8 ± 0.7", "0.70 ± 0.07"]),
        new("unrolled", "VEEGAN", ["7.6", "35.6", ""], ["23.6", "16", ""]),
        new("PacGAN2", "PacGAN", ["7.9 ± 0.1", "95.6 ± 2.0", "0.07 ± 0.03"], ["23.8 ± 0.7", "91.3 ± 0.8", "0.13 ± 0.04"]),
        new("PacGAN3", "PacGAN", ["7.8 ± 0.1", "97.7 ± 0.3", "0.10 ± 0.02"], ["24.6 ± 0.4", "94.2 ± 0.4", "0.06 ± 0.02"]),
        new("PacGAN4", "PacGAN", ["7.8 ± 0.1", "95.9 ± 1.4", "0.07 ± 0.02"], ["24.8 ± 0.2", "93.6 ± 0.6", "0.04 ± 0.01"]),
        new("ALI", "VEEGAN", ["2.8", "0.13", ""], ["15.8", "1.6", ""]),
        new("ALI", "PacGAN", ["6.6 ± 0.3", "97.6 ± 0.4", "0.36 ± 0.04"], ["24.1 ± 0.4", "95.7 ± 0.6", "0.14 ± 0.03"]),
        new("VEEGAN", "VEEGAN", ["8", "52.9", ""], ["24.6", "40", ""]),
    ];
}
