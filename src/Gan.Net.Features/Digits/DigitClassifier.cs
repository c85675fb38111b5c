using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>
/// A small convolutional classifier for the MNIST family, trained on the real training set, and a feature extractor: its features are
/// the 128 numbers before the last layer. Owns its network. One thread at a time.
/// </summary>
public sealed class DigitClassifier : IClassifier
{
    private const long ImagesAtOnce = 1000;

    private readonly DigitNetwork _network;
    private readonly Device _device;

    private DigitClassifier(DigitNetwork network, DigitClassifierOptions options)
    {
        _network = network;
        _device = options.Device;
        Classes = options.Classes;
        network.to(options.Device);
        network.eval();
        Name = $"digit-cnn-{ContentHash.OfState(network)[..8]}";
    }

    /// <summary>"digit-cnn-" and eight digits of the weights' hash: another training has another name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public int Classes { get; }

    /// <summary>Trains a classifier; about a minute for MNIST on two cores. The same data and settings give the same weights on the same machine.</summary>
    /// <param name="data">Labelled images <c>[N, 1, 28, 28]</c> in [-1, 1], in epochs; batches of 128 do well. The caller owns it.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">The data is endless, unlabelled or of another shape, or an option breaks a rule.</exception>
    public static DigitClassifier Train(IBatchSource<Batch> data, DigitClassifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options = (options ?? new DigitClassifierOptions()).Checked();
        RequireLabelledDigits(data);
        return Made(options, network =>
        {
            var rounds = options.Epochs * data.BatchesPerEpoch!.Value;
            using var trainer = new ClassifierTrainer(network, options, rounds);
            trainer.Fit(data, TrainingLength.Rounds(rounds));
        });
    }

    /// <summary>
    /// Loads the classifier that was trained before on the same data with the same settings by the same code, or trains it and keeps it.
    /// </summary>
    /// <param name="data">As for <see cref="Train"/>. Read once in whole to tell whether it is the same.</param>
    /// <param name="cacheFolder">Where classifiers are kept; made if it is missing. A file's name is the hash of all that went into it.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">As for <see cref="Train"/>.</exception>
    /// <exception cref="IOException">The folder cannot be used.</exception>
    public static DigitClassifier TrainOrLoad(IBatchSource<Batch> data, string cacheFolder, DigitClassifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentException.ThrowIfNullOrEmpty(cacheFolder);
        options = (options ?? new DigitClassifierOptions()).Checked();
        RequireLabelledDigits(data);
        var path = Path.Combine(cacheFolder, $"digit-cnn-{ContentHash.OfTraining(data, options)[..16]}.safetensors");
        if (File.Exists(path))
        {
            return Load(path, options);
        }

        var classifier = Train(data, options);
        classifier.Save(path);
        return classifier;
    }

    /// <summary>Loads a classifier that was saved.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Classes and device; null for the defaults.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="Gan.Net.IO.DataFormatException">The file is no sound safetensors file.</exception>
    /// <exception cref="StateMismatchException">The file holds another network.</exception>
    public static DigitClassifier Load(string path, DigitClassifierOptions? options = null)
    {
        return Made((options ?? new DigitClassifierOptions()).Checked(), network => ModuleState.Load(network, path));
    }

    /// <summary>Saves the weights as a safetensors file, replacing one that is there in a single step.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => ModuleState.Save(_network, path);

    /// <summary>The features of images.</summary>
    /// <param name="samples"><c>[N, 1, 28, 28]</c>, floats in [-1, 1] or bytes, on any device.</param>
    /// <returns>Float32 <c>[N, 128]</c> on the classifier's device, none negative. The caller owns them.</returns>
    /// <exception cref="ArgumentException">The samples have another shape.</exception>
    public Tensor Extract(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        RequireDigits(samples, nameof(samples));
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var images = samples.to(_device);
        images = images.dtype == ScalarType.Byte ? ByteSamples.ToFloats(images) : images.to(ScalarType.Float32);
        var pieces = images.split(ImagesAtOnce).Select(_network.Features).ToArray();
        return scope.MoveToOuter(cat(pieces));
    }

    /// <inheritdoc/>
    public Tensor Logits(Tensor features)
    {
        using var still = no_grad();
        return _network.Logits(features);
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    // A network whose weights could not be filled is not left behind.
    private static DigitClassifier Made(DigitClassifierOptions options, Action<DigitNetwork> fill)
    {
        var network = new DigitNetwork(options.Classes, options.Seed);
        try
        {
            fill(network);
            return new DigitClassifier(network, options);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private static void RequireLabelledDigits(IBatchSource<Batch> data)
    {
        using var first = LabelledEpoch.Of(data).GetEnumerator();
        first.MoveNext();
        RequireDigits(first.Current.Samples, nameof(data));
    }

    private static void RequireDigits(Tensor samples, string parameter)
    {
        if (samples.ndim != 4 || samples.shape is not [_, 1, 28, 28])
        {
            throw new ArgumentException($"The images are [{string.Join(", ", samples.shape)}]; expected [N, 1, 28, 28].", parameter);
        }
    }
}
