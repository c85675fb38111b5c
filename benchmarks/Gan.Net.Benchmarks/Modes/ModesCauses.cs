namespace Gan.Net.Benchmarks.Modes;

/// <summary>What single runs of seed 1 told of the rows of the first table that did not reach the goal: the page's last section.</summary>
internal static class ModesCauses
{
    public const string Text = """
        ## Why a row reaches the goal, or does not

        In the first table the grid's coordinates were used as they are, minibatch discrimination was a sum of 8 kernels of 3, unrolling looked 5 steps ahead, and a run took about 25 s. On the
        grid WGAN-GP had 56.6 % of high quality, unrolling 2.1 % (21.0 modes), packs of 2 8.8 % (22.8 modes), minibatch discrimination 35.1 % (21.3 modes, KL 1.0). Single runs of
        seed 1 on the grid say why. Runs this short differ by several points between seeds, so only large differences count.

        | | rounds | modes | high quality, % | KL | processor s |
        |---|---|---|---|---|---|
        | GAN, coordinates as they are | 3,000 | 25 | 40.1 | 0.23 | 6 |
        | GAN, coordinates a third | 3,000 | 25 | 51.4 | 0.22 | 6 |
        | GAN, coordinates a sixth | 3,000 | 24 | 35.6 | 0.38 | 7 |
        | PacGAN2, coordinates a third | 3,000 | 25 | 15.1 | 0.53 | 8 |
        | PacGAN2, coordinates a third | 13,500 | 25 | 90.5 | 0.02 | 36 |
        | WGAN-GP, unit deviation | 7,000 | 25 | 86.8 | 0.01 | 38 |
        | minibatch, sum, 8 kernels of 3, coordinates a third | 1,500 | 19 | 18.2 | 1.12 | 9 |
        | minibatch, averaged | 1,500 | 25 | 16.5 | 0.44 | 10 |
        | minibatch, averaged, initial kernels times 4 | 1,500 | 25 | 28.2 | 0.41 | 9 |
        | minibatch, averaged, initial kernels times 4 | 5,000 | 25 | 69.0 | 0.09 | 32 |
        | minibatch, averaged, 4 kernels of 2, times 4, unit deviation | 8,500 | 25 | 91.5 | 0.04 | 38 |
        | unrolled, 1 step, common rate, coordinates a third | 4,600 | 0 | 0.0 |  | 40 |
        | unrolled, 1 step, discriminator's rate a tenth, unit deviation | 1,000 | 22 | 10.7 | 0.41 | 8 |

        - **PacGAN2** lacked rounds, and coordinates near 1: the pairs of the grid have 625 modes in four dimensions. PacGAN's own 400,000 rounds are 29 times as many as the 13,500.
        - **WGAN-GP** lacks rounds: it loses no mode, and a round of two critic steps with a penalty costs three of the plain GAN.
        - **Minibatch discrimination** lost modes to the scale of its sum: it grows with the batch to 128, while the features beside it are below 1. Averaged, it finds all. The rest was
          its price: 8 kernels of 3 compare 24 numbers for each pair of samples, 4 of 2 compare 8.
        - **Unrolling** was led astray by the common rate: the generator's gradient through a step of Adam grows with the step. The authors' notebook gives the discriminator 1e-4 and the
          generator 1e-3. Five steps cost 13 rounds of the plain GAN, one step costs 4.

        """;
}
