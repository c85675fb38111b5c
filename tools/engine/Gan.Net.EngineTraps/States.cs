using System.Globalization;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.EngineTraps;

/// <summary>Damages states of the random generator and sets those that the library lets through.</summary>
internal static class States
{
    // Where the engine looks: the numbers left, whether seeded, the next number's place. A third of the damage lies elsewhere.
    private const int Header = 24;

    public static string Damage(string count)
    {
        var random = new Random(1);
        using var generator = new Generator(1, CPU);
        using var whole = generator.get_state();
        var (set, refused) = (0, 0);
        for (var i = 0; i < int.Parse(count, CultureInfo.InvariantCulture); i++)
        {
            using var state = whole.clone();
            var place = random.Next(3) == 0 ? random.Next((int)state.numel()) : random.Next(8, Header);
            state[place] = (byte)random.Next(256);
            if (!GeneratorState.Fits(state))
            {
                refused++;
                continue;
            }

            GeneratorState.Set(generator, state);
            randn(2, generator: generator).Dispose();
            set++;
        }

        return set > 0 && refused > 0 ? "all went well" : $"{set} set, {refused} refused";
    }
}
