using System.Globalization;

namespace Gan.Net.Data.Digits;

/// <summary>
/// How the ten digits are written: a few ways each, as the strokes of a pen in a box from (0, 0) at the upper left to (1, 1). A
/// stroke is a letter and its points: <c>c</c> a curve through them, <c>o</c> a closed curve, <c>l</c> straight lines.
/// </summary>
internal static class DigitGlyphs
{
    private static readonly string[][] Texts =
    [
        [
            "o .5,0 .24,.08 .08,.3 .06,.6 .18,.88 .46,1 .76,.92 .92,.7 .94,.4 .8,.1",
            "c .62,.05 .3,.08 .08,.42 .14,.8 .48,1 .84,.84 .94,.45 .76,.1 .5,.02 .36,.1",
            "o .5,0 .3,.07 .18,.3 .18,.7 .3,.93 .5,1 .7,.93 .82,.7 .82,.3 .7,.07",
        ],
        [
            "l .5,0 .5,1",
            "l .24,.24 .56,0 .56,1",
            "l .22,.22 .52,0 .52,1 ; l .2,1 .84,1",
            "c .56,0 .5,.5 .46,1",
        ],
        [
            "c .1,.26 .24,.05 .54,0 .84,.1 .88,.32 .66,.6 .34,.84 .06,1 ; l .06,1 .94,1",
            "c .08,.2 .4,0 .78,.06 .84,.3 .6,.64 .26,.94 .08,.96 .1,.82 .3,.8 .6,.96 .94,.94",
            "c .14,.16 .5,0 .82,.2 .72,.5 .4,.8 .1,.98 ; c .1,.98 .5,.95 .9,1",
        ],
        [
            "c .1,.14 .42,0 .78,.08 .82,.3 .6,.46 .36,.47 ; c .36,.47 .72,.5 .92,.7 .76,.94 .42,1 .06,.88",
            "l .12,.03 .84,.03 .46,.4 ; c .46,.4 .8,.48 .92,.72 .7,.97 .36,1 .06,.88",
            "c .14,.06 .6,.0 .84,.2 .66,.42 .4,.46 .7,.52 .9,.74 .62,.98 .1,.94",
        ],
        [
            "l .62,0 .06,.66 .96,.66 ; l .72,.34 .72,1",
            "l .16,.02 .1,.52 .86,.5 ; l .82,.04 .76,1",
            "l .68,1 .68,0 .06,.68 .96,.68",
            "c .2,0 .1,.4 .3,.54 .84,.46 ; l .86,.0 .78,1",
        ],
        [
            "l .86,.02 .24,.02 .17,.44 ; c .17,.44 .52,.36 .88,.52 .84,.84 .5,1 .08,.9",
            "c .9,.04 .56,.0 .24,.04 ; c .24,.04 .2,.22 .16,.42 ; c .16,.42 .5,.4 .84,.6 .78,.9 .4,1 .08,.96",
            "l .2,.04 .18,.46 ; c .18,.46 .56,.38 .9,.6 .76,.94 .36,1 .06,.86 ; l .2,.04 .92,.0",
        ],
        [
            "c .76,.02 .36,.22 .1,.58 .16,.9 .48,1 .82,.86 .84,.64 .56,.52 .26,.62 .12,.78",
            "c .5,0 .22,.36 .12,.74 .36,1 .72,.96 .86,.72 .62,.52 .3,.6 .14,.76",
            "c .86,.08 .56,.02 .2,.3 .08,.7 .4,1 .8,.9 .88,.66 .6,.5 .2,.66",
        ],
        [
            "l .06,.04 .92,.04 ; c .92,.04 .62,.46 .4,1",
            "l .08,.16 .1,.04 .9,.04 ; c .9,.04 .6,.5 .46,1",
            "l .06,.04 .92,.04 ; c .92,.04 .64,.46 .42,1 ; l .3,.52 .84,.5",
            "c .06,.1 .4,.02 .92,.06 ; l .92,.06 .34,1",
        ],
        [
            "o .5,.46 .78,.3 .76,.08 .5,0 .24,.08 .22,.3 .5,.46 .86,.66 .86,.9 .5,1 .14,.9 .14,.66",
            "o .5,0 .24,.1 .24,.34 .5,.45 .76,.34 .76,.1 ; o .5,.45 .14,.58 .12,.88 .5,1 .88,.88 .86,.58",
            "c .82,.14 .5,0 .2,.14 .4,.42 .78,.66 .82,.9 .48,1 .16,.88 .24,.64 .62,.42 .82,.14",
        ],
        [
            "o .86,.26 .6,.02 .24,.06 .1,.3 .3,.5 .66,.46 ; c .86,.26 .86,.6 .76,1",
            "o .86,.26 .6,.02 .24,.06 .1,.3 .3,.5 .66,.46 ; c .86,.26 .9,.66 .66,.96 .26,.98",
            "c .84,.14 .5,0 .16,.16 .18,.44 .52,.5 .8,.3 .86,.08 .84,.5 .7,1",
        ],
    ];

    private static readonly Stroke[][][] Glyphs = [.. Texts.Select(ways => ways.Select(Parse).ToArray())];

    /// <summary>How many ways there are to write a digit.</summary>
    public static int Ways(int digit) => Glyphs[digit].Length;

    /// <summary>The strokes of one way to write a digit.</summary>
    public static ReadOnlySpan<Stroke> Strokes(int digit, int way) => Glyphs[digit][way];

    private static Stroke[] Parse(string text) => [.. text.Split(';').Select(ParseStroke)];

    private static Stroke ParseStroke(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = parts[1..].SelectMany(point => point.Split(',')).Select(number => float.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new Stroke(parts[0] switch { "c" => StrokeKind.Curve, "o" => StrokeKind.ClosedCurve, _ => StrokeKind.Lines }, numbers);
    }
}
