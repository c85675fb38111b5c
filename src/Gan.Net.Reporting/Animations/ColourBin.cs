namespace Gan.Net.Reporting;

/// <summary>Pixels of nearly one colour: which bin, how many, and their mean.</summary>
internal readonly record struct ColourBin(int Index, double Weight, double Red, double Green, double Blue)
{
    public double Channel(int channel) => channel switch { 0 => Red, 1 => Green, _ => Blue };
}
