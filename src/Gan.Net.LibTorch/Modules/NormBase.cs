using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>What batch and instance normalisation share: scale and shift, and statistics that run along in training.</summary>
public abstract class NormBase : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private protected Parameter? weightParameter;

    [ComponentName(Name = nameof(bias))]
    private protected Parameter? biasParameter;

    [ComponentName(Name = nameof(running_mean))]
    private protected torch.Tensor? meanBuffer;

    [ComponentName(Name = nameof(running_var))]
    private protected torch.Tensor? varianceBuffer;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private protected torch.Tensor? countBuffer;

    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype, string name)
        : base(name)
    {
        (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
        (this.affine, this.track_running_stats) = (affine, track_running_stats);
        if (affine)
        {
            weight = ModuleTensors.EmptyParameter([num_features], dtype, device);
            bias = ModuleTensors.EmptyParameter([num_features], dtype, device);
        }

        if (track_running_stats)
        {
            running_mean = ModuleTensors.Empty([num_features], dtype, device);
            running_var = ModuleTensors.Empty([num_features], dtype, device);
            num_batches_tracked = ModuleTensors.Empty([], dtype ?? torch.ScalarType.Int64, device);
        }

        reset_parameters();
    }

    public long num_features { get; private set; }

    /// <summary>Added to the variance before the root.</summary>
    public double eps { get; set; }

    /// <summary>The share of the newest batch in the running statistics; null takes the mean over all batches.</summary>
    public double? momentum { get; set; }

    public bool affine { get; private set; }

    public bool track_running_stats { get; private set; }

    public Parameter weight
    {
        get => weightParameter!;
        set => ModuleParameters.Set(ref weightParameter, value, this, nameof(weight));
    }

    public Parameter? bias
    {
        get => biasParameter;
        set => ModuleParameters.Set(ref biasParameter, value, this, nameof(bias));
    }

    public torch.Tensor? running_mean
    {
        get => meanBuffer;
        set => ModuleParameters.Set(ref meanBuffer, value, this, nameof(running_mean));
    }

    public torch.Tensor? running_var
    {
        get => varianceBuffer;
        set => ModuleParameters.Set(ref varianceBuffer, value, this, nameof(running_var));
    }

    public torch.Tensor? num_batches_tracked
    {
        get => countBuffer;
        set => ModuleParameters.Set(ref countBuffer, value, this, nameof(num_batches_tracked));
    }

    public void reset_running_stats()
    {
        if (track_running_stats)
        {
            torch.nn.init.zeros_(meanBuffer!);
            torch.nn.init.ones_(varianceBuffer!);
            torch.nn.init.zeros_(countBuffer!);
        }
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (affine)
        {
            torch.nn.init.ones_(weightParameter!);
            torch.nn.init.zeros_(biasParameter!);
        }
    }

    /// <exception cref="ArgumentException">The input has a number of dimensions that the module does not take.</exception>
    protected abstract void ValidateInputDimensions(torch.Tensor input);
}
