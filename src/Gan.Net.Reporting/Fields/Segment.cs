namespace Gan.Net.Reporting;

/// <summary>A straight piece between two points of the plane.</summary>
internal readonly record struct Segment(double X1, double Y1, double X2, double Y2);
