using System.Buffers.Binary;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>The state of the engine's CPU generator, a Mersenne Twister, as bytes. The engine ends the process where it is given anything else.</summary>
internal static class GeneratorState
{
    // Seed (8 bytes), numbers left (4), whether it was seeded (4), the next number's place (8), 624 words, and what it keeps of normal numbers.
    private const int Left = 8;
    private const int Seeded = 12;
    private const int Next = 16;
    private const int Words = 624;

    /// <summary>Whether the engine takes these bytes.</summary>
    /// <param name="state">Of the type, shape and device that <c>get_state()</c> gives.</param>
    public static bool Fits(Tensor state)
    {
        using var known = new Generator(0, CPU);
        using var own = known.get_state();
        if (state.dtype != own.dtype || state.device_type != own.device_type || !state.is_contiguous() || !state.shape.AsSpan().SequenceEqual(own.shape))
        {
            return false;
        }

        var bytes = state.data<byte>().ToArray().AsSpan();
        return BinaryPrimitives.ReadInt32LittleEndian(bytes[Left..]) is > 0 and <= Words
            && BinaryPrimitives.ReadInt32LittleEndian(bytes[Seeded..]) == 1
            && BinaryPrimitives.ReadUInt64LittleEndian(bytes[Next..]) <= Words;
    }

    /// <summary>Sets a generator to a state that fits.</summary>
    /// <exception cref="ArgumentException">The bytes are no state.</exception>
    public static void Set(Generator random, Tensor state)
    {
        if (!Fits(state))
        {
            throw new ArgumentException("The bytes are no state of this engine's random generator.", nameof(state));
        }

#pragma warning disable RS0030 // checked above
        random.set_state(state);
#pragma warning restore RS0030
    }
}
