namespace Gan.Net.Reporting;

/// <summary>A picture of a round that goes into a report.</summary>
internal sealed record PictureFrame(long Round, byte[] File);
