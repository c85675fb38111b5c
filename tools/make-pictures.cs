#!/usr/bin/env dotnet
#:project ../src/Gan.Net.Imaging
#:property UsesTorch=true
// Makes JPEG files of mixed sizes, 64 to 320 pixels along each side, in ten sub-folders; the same ones each time.
//   dotnet run tools/make-pictures.cs -- FOLDER [COUNT]      100,000 unless told

using System.Diagnostics;
using Gan.Net;
using Gan.Net.Imaging;

const int Classes = 10;
if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("usage: dotnet run tools/make-pictures.cs -- FOLDER [COUNT]");
    return 2;
}

var (folder, count) = (args[0], args.Length > 1 ? int.Parse(args[1]) : 100_000);
for (var i = 0; i < Classes; i++)
{
    Directory.CreateDirectory(Path.Combine(folder, $"class{i}"));
}

PixelImage[] grounds = [.. Enumerable.Range(0, Classes).Select(Blobs)];
var clock = Stopwatch.StartNew();
long bytes = 0;
Parallel.For(0, count, number =>
{
    var random = new SeededRandom(SeededRandom.Derive(1, (ulong)number));
    var size = new PictureSize(64 + (int)random.NextInt64(257), 64 + (int)random.NextInt64(257));
    var label = number % Classes;
    var path = Path.Combine(folder, $"class{label}", $"{number:D6}.jpg");
    using var file = File.Create(path);  // not flushed to the disk one by one: whoever is stopped starts again
    PictureFile.Write(grounds[label].Crop((int)random.NextInt64(320), (int)random.NextInt64(320), size), file, PictureFormat.Jpeg);
    Interlocked.Add(ref bytes, file.Length);
});
Console.WriteLine($"{count} pictures, {bytes / 1e6:F0} MB, in {clock.Elapsed.TotalSeconds:F0} s: {folder}");
return 0;

// Coarse colours with noise, brighter with the class: enough for a decoder to do its usual work.
static PixelImage Blobs(int label)
{
    var random = new SeededRandom(SeededRandom.Derive(2, (ulong)label));
    var coarse = new PixelImage(64, 64, 3);
    foreach (ref var pixel in coarse.Pixels)
    {
        pixel = (byte)(10 * label + random.NextInt64(160));
    }

    var fine = coarse.Resize(PictureSize.Square(640));
    foreach (ref var pixel in fine.Pixels)
    {
        pixel = (byte)Math.Clamp(pixel + random.NextInt64(17) - 8, 0, 255);
    }

    return fine;
}
