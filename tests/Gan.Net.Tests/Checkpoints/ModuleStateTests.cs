using Gan.Net.Checkpoints;
using Gan.Net.IO;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Checkpoints;

public sealed class ModuleStateTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_SavedModule_IsBitIdentical()
    {
        using var saved = Model(1);
        using var loaded = Model(2);
        ModuleState.Save(saved, _folder.File("m"), new Dictionary<string, string> { ["seed"] = "1" });
        Assert.NotEqual(Content(saved), Content(loaded));
        ModuleState.Load(loaded, _folder.File("m"));
        Assert.Equal(Content(saved), Content(loaded));
        using var file = SafeTensorsFile.Open(_folder.File("m"));
        Assert.Equal("1", file.Metadata["seed"]);
    }

    [Fact]
    public void Save_BatchNorm_HasParametersAndBuffers()
    {
        using var module = nn.Sequential(("linear", nn.Linear(3, 2)), ("norm", nn.BatchNorm1d(2)));
        ModuleState.Save(module, _folder.File("m"));
        using var file = SafeTensorsFile.Open(_folder.File("m"));
        string[] expected =
        [
            "norm.num_batches_tracked I64 []", "linear.bias F32 [2]", "linear.weight F32 [2, 3]", "norm.bias F32 [2]", "norm.running_mean F32 [2]",
            "norm.running_var F32 [2]", "norm.weight F32 [2]",
        ];
        Assert.Equal(expected, file.Tensors.Select(tensor => tensor.ToString()));
    }

    [Fact]
    public void Load_EveryType_IsBitIdentical()
    {
        ScalarType[] types =
        [
            ScalarType.Bool, ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Float16, ScalarType.BFloat16,
            ScalarType.Float32, ScalarType.Float64,
        ];
        using var scope = NewDisposeScope();
        var saved = types.ToDictionary(type => type.ToString(), type => ones(3, 2).mul(1.5).to(type));
        var loaded = types.ToDictionary(type => type.ToString(), type => zeros(3, 2, dtype: type));
        ModuleState.Save(saved, _folder.File("m"));
        ModuleState.Load(loaded, _folder.File("m"));
        Assert.All(types, type => Assert.Equal(saved[type.ToString()].bytes.ToArray(), loaded[type.ToString()].bytes.ToArray()));
    }

    [Fact]
    public void Save_TransposedTensor_IsStoredInItsLogicalOrder()
    {
        using var scope = NewDisposeScope();
        ModuleState.Save(new Dictionary<string, Tensor> { ["t"] = tensor(new byte[] { 1, 2, 3, 4, 5, 6 }, 2, 3).t() }, _folder.File("m"));
        Assert.Equal([1, 4, 2, 5, 3, 6], File.ReadAllBytes(_folder.File("m"))[^6..]);
    }

    [Fact]
    public void Load_OtherArchitecture_NamesEveryDifferenceAndChangesNothing()
    {
        using var saved = nn.Sequential(("a", nn.Linear(3, 2)), ("b", nn.Linear(2, 1)));
        using var other = nn.Sequential(("a", nn.Linear(4, 2)), ("c", nn.Linear(2, 1, hasBias: false)));
        ModuleState.Save(saved, _folder.File("m"));
        var before = Content(other);
        var error = Assert.Throws<StateMismatchException>(() => ModuleState.Load(other, _folder.File("m")));
        string[] expected =
        [
            "found 'a.weight F32 [2, 3]', expected 'a.weight F32 [2, 4]'", "'b.bias' is not known to the module", "'b.weight' is not known to the module",
            "'c.weight' is missing",
        ];
        Assert.Equal(expected, error.Problems);
        Assert.Equal($"{_folder.File("m")} does not fit the module, which is unchanged: {string.Join("; ", expected)}.", error.Message);
        Assert.Equal(before, Content(other));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Load_NonFiniteWeights_AreRefusedUnlessAccepted(float value)
    {
        using var saved = Model(1);
        using var loaded = Model(2);
        using (NewDisposeScope())
        using (no_grad())
        {
            saved.parameters().First().view(-1)[3] = tensor(value);
        }

        ModuleState.Save(saved, _folder.File("m"));
        var before = Content(loaded);
        var error = Assert.Throws<StateMismatchException>(() => ModuleState.Load(loaded, _folder.File("m")));
        Assert.Equal(["'first.weight' holds NaN or infinity"], error.Problems);
        Assert.Equal(before, Content(loaded));
        ModuleState.Load(loaded, _folder.File("m"), NonFiniteValues.Accept);
        Assert.Equal(Content(saved), Content(loaded));
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float64)]
    public void Load_FloatsOfAnotherType_AreConverted(ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var module = nn.Linear(2, 1, hasBias: false);
        ModuleState.Save(new Dictionary<string, Tensor> { ["weight"] = tensor(new[] { 1.5f, -0.25f }, [1, 2]).to(type) }, _folder.File("m"));

        ModuleState.Load(module, _folder.File("m"));

        Assert.Equal(ScalarType.Float32, module.weight.dtype);
        Assert.Equal([1.5f, -0.25f], module.weight.data<float>().ToArray());
    }

    [Fact]
    public void Load_DoubleTooLargeForAFloat_IsRefusedAndChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Linear(2, 1, hasBias: false);
        var before = Content(module);
        ModuleState.Save(new Dictionary<string, Tensor> { ["weight"] = tensor(new[] { 1e300, 0 }, [1, 2]) }, _folder.File("m"));

        var error = Assert.Throws<StateMismatchException>(() => ModuleState.Load(module, _folder.File("m")));

        Assert.Equal(["'weight' holds a number too large for Float32"], error.Problems);
        Assert.Equal(before, Content(module));
    }

    [Fact]
    public void Load_WholeNumbersForFloats_AreRefused()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Linear(2, 1, hasBias: false);
        ModuleState.Save(new Dictionary<string, Tensor> { ["weight"] = ones([1, 2], ScalarType.Int32) }, _folder.File("m"));

        Assert.Equal(["found 'weight I32 [1, 2]', expected 'weight F32 [1, 2]'"], Assert.Throws<StateMismatchException>(() => ModuleState.Load(module, _folder.File("m"))).Problems);
    }

    [Theory]
    [InlineData("504B0304140000")]
    [InlineData("80025D71002E00")]
    public void Load_FileOfTorchSave_IsNamedForWhatItIs(string beginning)
    {
        using var module = nn.Linear(2, 1);
        var path = _folder.File("model.pth", [.. Convert.FromHexString(beginning), .. new byte[100]]);

        Assert.Equal(
            $"{path}, offset 0: This is a file of PyTorch's torch.save (.pt or .pth), not a safetensors file. Convert it in Python: safetensors.torch.save_file(torch.load(file), \"weights.safetensors\").",
            Assert.Throws<DataFormatException>(() => ModuleState.Load(module, path)).Message);
    }

    [Fact]
    public void Load_EveryTruncation_LeavesTheModuleAsItWas()
    {
        using var saved = nn.Linear(2, 1);
        using var loaded = nn.Linear(2, 1);
        ModuleState.Save(saved, _folder.File("m"));
        var whole = File.ReadAllBytes(_folder.File("m"));
        var before = Content(loaded);
        foreach (var file in Hostile.Truncations(whole))
        {
            var path = _folder.File("cut", file);
            Assert.Throws<DataFormatException>(() => ModuleState.Load(loaded, path));
            Assert.Equal(before, Content(loaded));
        }
    }

    [Fact]
    public void Save_ModuleWithoutState_Throws()
    {
        using var module = nn.ReLU();
        var error = Assert.Throws<ArgumentException>(() => ModuleState.Save(module, _folder.File("m")));
        Assert.StartsWith("There is no tensor to save.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SaveAndLoad_ManyTimes_LeaveNoTensor()
    {
        using var module = Model(1);
        ModuleState.Save(module, _folder.File("m"));
        ModuleState.Load(module, _folder.File("m"));
        var before = LiveTensors.Count();
        for (var i = 0; i < 20; i++)
        {
            ModuleState.Save(module, _folder.File("m"));
            ModuleState.Load(module, _folder.File("m"));
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    private static nn.Module<Tensor, Tensor> Model(int seed)
    {
        var module = nn.Sequential(("first", nn.Linear(5, 4)), ("norm", nn.BatchNorm1d(4)), ("last", nn.Linear(4, 3)));
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var random = new Generator((ulong)seed, CPU);
        foreach (var parameter in module.parameters())
        {
            parameter.normal_(0, 1, random);
        }

        return module;
    }

    private static byte[] Content(nn.Module module)
    {
        using var scope = NewDisposeScope();
        return [.. module.state_dict().OrderBy(pair => pair.Key).SelectMany(pair => pair.Value.detach().bytes.ToArray())];
    }
}
