namespace TorchSharp.Modules;

/// <summary>The options of one group of parameters; null stands for the optimizer's own until the group is added.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }

    /// <summary>The rate the group began with.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Copies every option of another group.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        LearningRate = source.LearningRate;
        InitialLearningRate = source.InitialLearningRate;
    }

    /// <summary>Takes the options that are null here.</summary>
    internal virtual void Complete(OptimizerOptions defaults) => LearningRate ??= defaults.LearningRate;
}
