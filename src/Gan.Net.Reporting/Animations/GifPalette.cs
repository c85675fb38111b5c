using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>At most 256 colours that stand for all of some frames. Finds the nearest of any colour, and remembers it; not thread-safe.</summary>
internal sealed class GifPalette
{
    public const int MostColours = 256;

    private readonly Dictionary<int, byte>? _exact;
    private readonly short[] _nearest = [];

    private GifPalette(IReadOnlyList<Colour> colours, Dictionary<int, byte>? exact)
    {
        Colours = colours;
        _exact = exact;
        if (exact is null)
        {
            _nearest = new short[ColourBins.Count];
            Array.Fill(_nearest, (short)-1);
        }
    }

    /// <summary>The colours, one or more.</summary>
    public IReadOnlyList<Colour> Colours { get; }

    /// <summary>Whether the frames have no other colours.</summary>
    public bool IsExact => _exact is not null;

    /// <summary>The frames' own colours, or the best few for them.</summary>
    public static GifPalette For(IReadOnlyList<PixelImage> frames)
    {
        var exact = new Dictionary<int, byte>();
        foreach (var frame in frames)
        {
            for (var i = 0; i < frame.Pixels.Length; i += frame.Channels)
            {
                var colour = At(frame, i);
                if (!exact.ContainsKey(Key(colour)))
                {
                    if (exact.Count == MostColours)
                    {
                        return new GifPalette(MedianCut.Choose(ColourBins.Of(frames), MostColours), null);
                    }

                    exact.Add(Key(colour), (byte)exact.Count);
                }
            }
        }

        return new GifPalette([.. exact.OrderBy(pair => pair.Value).Select(pair => OfKey(pair.Key))], exact);
    }

    /// <summary>The nearest colour's number for each pixel.</summary>
    public byte[] Nearest(PixelImage frame)
    {
        var indices = new byte[frame.Width * frame.Height];
        for (var i = 0; i < indices.Length; i++)
        {
            indices[i] = Nearest(At(frame, i * frame.Channels));
        }

        return indices;
    }

    /// <summary>The nearest colour's number.</summary>
    public byte Nearest(Colour colour)
    {
        if (_exact is not null)
        {
            return _exact[Key(colour)];
        }

        ref var known = ref _nearest[ColourBins.IndexOf(colour)];
        if (known < 0)
        {
            known = Search(ColourBins.Middle(colour));
        }

        return (byte)known;
    }

    /// <summary>A pixel's colour; a gray one has three equal parts.</summary>
    public static Colour At(PixelImage frame, int offset)
    {
        var pixels = frame.Pixels;
        return frame.Channels == 1 ? new Colour(pixels[offset], pixels[offset], pixels[offset]) : new Colour(pixels[offset], pixels[offset + 1], pixels[offset + 2]);
    }

    private short Search(Colour colour)
    {
        var (best, least) = (0, int.MaxValue);
        for (var i = 0; i < Colours.Count; i++)
        {
            var (red, green, blue) = (Colours[i].Red - colour.Red, Colours[i].Green - colour.Green, Colours[i].Blue - colour.Blue);
            var square = red * red + green * green + blue * blue;
            if (square < least)
            {
                (best, least) = (i, square);
            }
        }

        return (short)best;
    }

    private static int Key(Colour colour) => (colour.Red << 16) | (colour.Green << 8) | colour.Blue;

    private static Colour OfKey(int key) => new((byte)(key >> 16), (byte)(key >> 8), (byte)key);
}
