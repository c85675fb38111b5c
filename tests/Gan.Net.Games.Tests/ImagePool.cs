using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Games.Tests;

/// <summary>
/// The history of Shrivastava et al. 2017 as CycleGAN has it: up to 50 old fakes; once it is full, half of the new ones change places with an old one. It
/// lives in the trainer's state, so a checkpoint holds it.
/// </summary>
internal sealed class ImagePool(ComponentState state)
{
    private const int Size = 50;
    private const string Name = "images";

    public Tensor Query(Tensor fakes, Generator random)
    {
        using var still = no_grad();
        var given = new List<Tensor>();
        var kept = state.Find(Name)?.unbind(0).ToList() ?? [];
        foreach (var fake in fakes.unbind(0))
        {
            if (kept.Count < Size)
            {
                kept.Add(fake);
                given.Add(fake);
            }
            else if (rand(1, generator: random).ToSingle() < .5)
            {
                var place = (int)randint(Size, [1], generator: random).ToInt64();
                given.Add(kept[place]);
                kept[place] = fake;
            }
            else
            {
                given.Add(fake);
            }
        }

        var result = stack(given, 0);
        state.Set(Name, stack(kept, 0));
        return result;
    }
}
