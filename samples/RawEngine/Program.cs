// The same training twice: the loop written out on the engine, and the same game played by Gan.Net. Both start from the same
// weights, see the same data and draw the same latents, so they must end with the same weights, bit for bit. What differs is who
// does the bookkeeping, and how fast.
//   dotnet run -c Release --project samples/RawEngine [rounds]
using System.Diagnostics;
using System.Globalization;
using Gan.Net.Mlp;

var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;

using var rawGenerator = new MlpGenerator(MlpOptions.Ring);
using var rawDiscriminator = new MlpDiscriminator(MlpOptions.Ring);
Time("raw engine", () => RawLoop.Train(rawGenerator, rawDiscriminator, rounds));

using var generator = new MlpGenerator(MlpOptions.Ring);
using var discriminator = new MlpDiscriminator(MlpOptions.Ring);
Time("Gan.Net", () => LibraryLoop.Train(generator, discriminator, rounds));

var same = SameWeights(rawGenerator, generator) && SameWeights(rawDiscriminator, discriminator);
Console.WriteLine(same ? "The weights agree, bit for bit." : "The weights differ.");
return same ? 0 : 1;

void Time(string name, Func<(float Discriminator, float Generator)> train)
{
    var clock = Stopwatch.StartNew();
    var losses = train();
    Console.WriteLine($"{name,10}  {clock.Elapsed.TotalMilliseconds / rounds:0.00} ms a round; at the end D {losses.Discriminator:0.000000}, G {losses.Generator:0.000000}");
}

static bool SameWeights(TorchSharp.torch.nn.Module one, TorchSharp.torch.nn.Module other) =>
    one.parameters().Zip(other.parameters()).All(pair => pair.First.bytes.SequenceEqual(pair.Second.bytes));
