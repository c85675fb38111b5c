namespace Gan.Net.Data.Digits;

/// <summary>
/// One hand at one moment: how large, slanted, turned, thick and shaky it writes. Maps the box of the glyphs into the picture.
/// Drawing one takes a fixed number of random numbers, so that changes of one trait leave the others alone.
/// </summary>
internal readonly struct Handwriting
{
    private const int Waves = 2;

    private readonly float _width;
    private readonly float _height;
    private readonly float _slant;
    private readonly float _sine;
    private readonly float _cosine;
    private readonly WaveSet _waves;

    /// <summary>Draws a hand.</summary>
    public Handwriting(SeededRandom random)
    {
        _height = Between(random, 17.5f, 21.5f);
        _width = _height * Between(random, 0.52f, 0.82f);
        _slant = Math.Clamp(0.14f + 0.17f * (float)random.NextGaussian(), -0.25f, 0.5f);
        (_sine, _cosine) = MathF.SinCos(Math.Clamp(0.08f * (float)random.NextGaussian(), -0.2f, 0.2f));
        Radius = Math.Clamp(1.15f + 0.33f * (float)random.NextGaussian(), 0.65f, 2f);
        Pressure = Between(random, 0f, 0.22f);
        Ink = Between(random, 0.86f, 1f);
        ShiftX = Between(random, -1.8f, 1.8f);
        ShiftY = Between(random, -1.8f, 1.8f);
        for (var i = 0; i < Waves; i++)
        {
            _waves[i] = new Wave(random);
        }
    }

    /// <summary>Half the width of the pen, in pixels.</summary>
    public float Radius { get; }

    /// <summary>How much the pen's width varies along a stroke, as a part of it.</summary>
    public float Pressure { get; }

    /// <summary>How dark the ink is, from 0 to 1.</summary>
    public float Ink { get; }

    /// <summary>How far the digit stands right of the middle, in pixels.</summary>
    public float ShiftX { get; }

    /// <summary>How far the digit stands below the middle, in pixels.</summary>
    public float ShiftY { get; }

    /// <summary>Moves a point of the glyphs' box to pixels around the origin: shaken, stretched, slanted and turned.</summary>
    public (float X, float Y) Place(float x, float y)
    {
        var (shakenX, shakenY) = (x - 0.5f, y - 0.5f);
        for (var i = 0; i < Waves; i++)
        {
            _waves[i].Shake(x, y, ref shakenX, ref shakenY);
        }

        var down = shakenY * _height;
        var right = shakenX * _width - _slant * down;
        return (right * _cosine - down * _sine, right * _sine + down * _cosine);
    }

    private static float Between(SeededRandom random, float low, float high) => low + (high - low) * (float)random.NextDouble();

    /// <summary>A slow wave over the box that carries each point a little way along.</summary>
    private readonly struct Wave
    {
        private const float Strength = 0.036f;

        private readonly float _alongX;
        private readonly float _alongY;
        private readonly float _phase;
        private readonly float _strengthX;
        private readonly float _strengthY;

        public Wave(SeededRandom random)
        {
            (_alongX, _alongY) = (Between(random, -5f, 5f), Between(random, -5f, 5f));
            _phase = Between(random, 0, MathF.Tau);
            (_strengthX, _strengthY) = (Strength * (float)random.NextGaussian(), Strength * (float)random.NextGaussian());
        }

        public void Shake(float x, float y, ref float shakenX, ref float shakenY)
        {
            var height = MathF.Sin(_alongX * x + _alongY * y + _phase);
            shakenX += _strengthX * height;
            shakenY += _strengthY * height;
        }
    }

    [System.Runtime.CompilerServices.InlineArray(Waves)]
    private struct WaveSet
    {
        private Wave _first;
    }
}
