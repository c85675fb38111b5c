using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Gan.Net.Checkpoints;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Evaluation;
using Gan.Net.IO;
using Gan.Net.Training;

namespace Gan.Net.Cli.Tests.CommandLine;

/// <summary>Every exception that the libraries promise has a sentence with a remedy, and so exit code 2.</summary>
public sealed class SentenceTests
{
    private static readonly Exception _cause = new IOException("No space left on device : '/runs/a'");

    private static readonly Dictionary<Type, (Exception Error, string Sentence)> _known = new()
    {
        [typeof(DataFormatException)] = (
            new DataFormatException("a.idx", 16, "The file ends here; 3 more bytes were expected."),
            "a.idx, offset 16: The file ends here; 3 more bytes were expected. Give a whole file of the right kind."),
        [typeof(StateMismatchException)] = (
            new StateMismatchException("g.safetensors", ["'a' is missing"]),
            "g.safetensors does not fit the module, which is unchanged: 'a' is missing. Give the weights of this very model."),
        [typeof(CheckpointMismatchException)] = (
            new CheckpointMismatchException("run/000001-round-1", ["Seed: 1 in the checkpoint, 2 now"]),
            "The checkpoint 'run/000001-round-1' does not fit the trainer, which is unchanged: Seed: 1 in the checkpoint, 2 now. Go on with the settings and the data the run was started with."),
        [typeof(CheckpointReadException)] = (
            new CheckpointReadException("run", "Input/output error : 'run'", _cause),
            "'run' could not be read: Input/output error : 'run'. Give yourself the right to read it, or see to the disk."),
        [typeof(CheckpointWriteException)] = (
            new CheckpointWriteException("run/000001-round-1", _cause.Message, _cause),
            "The checkpoint 'run/000001-round-1' could not be written: No space left on device : '/runs/a'. See to the disk: its room, and the right to write there; then go on with --resume."),
        [typeof(CheckpointVersionException)] = (
            new CheckpointVersionException("manifest.json", 3, 1),
            "manifest.json is a checkpoint of version 3; this library reads up to version 1. Take the version of Gan.Net that wrote it, or a later one."),
        [typeof(NonFiniteStateException)] = (
            new NonFiniteStateException("run/000001-round-1", "generator: weight"),
            "'generator: weight' holds NaN or infinity, so the checkpoint 'run/000001-round-1' was not written. Go on from an earlier one, with a smaller learning rate."),
        [typeof(RunFolderInUseException)] = (
            new RunFolderInUseException("run", "process 7 on host"),
            "The folder 'run' is in use by process 7 on host. Wait for its end, or choose another folder."),
        [typeof(ProtocolMismatchException)] = (
            new ProtocolMismatchException("fid-1k", "fid-2k"),
            "'fid-1k' and 'fid-2k' were measured by different protocols and cannot be compared. Measure both by the same one."),
        [typeof(TooFewSamplesException)] = (
            new TooFewSamplesException("Kid", 4, "Kid needs at least 4 real and 4 generated samples; it has 3 and 3. Add more first."),
            "Kid needs at least 4 real and 4 generated samples; it has 3 and 3. Take more --samples."),
        [typeof(NonFiniteNumberException)] = (
            Saying<NonFiniteNumberException>("Round 3, step 3 of the generator: 'loss' holds 1 NaN. There is no checkpoint."),
            "The run diverged. Round 3, step 3 of the generator: 'loss' holds 1 NaN. There is no checkpoint. Train at a lower --learning-rate."),
        [typeof(OutOfTensorMemoryException)] = (
            Saying<OutOfTensorMemoryException>("Round 3 ran out of memory on cpu."),
            "Round 3 ran out of memory on cpu. Take a smaller --batch or --width."),
        [typeof(UserException)] = (new UserException("Take another."), "Take another."),
    };

    public static TheoryData<string> Promised() => [.. Types().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Promised))]
    public void ForUser_ExceptionOfALibrary_HasASentenceWithARemedy(string name)
    {
        var type = Types().Single(type => type.FullName == name);

        Assert.True(_known.TryGetValue(type, out var known), $"{name} is new: give it a sentence in Sentence.ForUser, and a line here.");
        Assert.Equal(known.Sentence, Sentence.ForUser(known.Error));
    }

    [Fact]
    public void Promised_FindsMoreThanADozen() => Assert.True(Types().Length > 12);

    [Fact]
    public void ForUser_EngineWithoutMemory_IsASentence() => Assert.Equal(
        "The engine ran out of memory: DefaultCPUAllocator: can't allocate memory: you tried to allocate 4 bytes. Take a smaller --batch or --width, or fewer --samples.",
        Sentence.ForUser(new ExternalException("DefaultCPUAllocator: can't allocate memory: you tried to allocate 4 bytes.\nTrace")));

    [Fact]
    public void ForUser_OtherErrorOfTheEngine_HasNone() => Assert.Null(Sentence.ForUser(new ExternalException("index out of range in self")));

    [Fact]
    public void ForUser_NoRight_HasARemedy() => Assert.Equal(
        "Access to the path '/a' is denied. Give yourself the right to it, or name another place.", Sentence.ForUser(new UnauthorizedAccessException("Access to the path '/a' is denied.")));

    [Fact]
    public void ForUser_DamageThatNamesItsRemedy_HasNoOther() => Assert.Equal(
        "a.tar.gz, offset 0: This is a packed archive. Unpack it, and give the folder it makes.",
        Sentence.ForUser(new DataFormatException("a.tar.gz", 0, "This is a packed archive. Unpack it, and give the folder it makes.")));

    // Those of every library the tool stands on, and its own.
    private static Type[] Types() =>
    [
        .. typeof(Sentence).Assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Gan.Net", StringComparison.Ordinal)).Select(Assembly.Load)
            .Append(typeof(Sentence).Assembly)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(Exception)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    // For one that only the library can make.
    private static T Saying<T>(string message)
        where T : Exception
    {
        var error = (T)RuntimeHelpers.GetUninitializedObject(typeof(T));
        typeof(Exception).GetField("_message", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(error, message);
        return error;
    }
}
