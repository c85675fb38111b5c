using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gan.Net.Augmentations;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Training;

namespace Gan.Net.Cli.Runs;

/// <summary>How <c>config.json</c> is written and read: where a setting may be of several kinds, its <c>type</c> says which.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(ScheduleJson), typeof(DeviceJson), typeof(NumericPolicyJson), typeof(CollectiveJson)])]
[JsonSerializable(typeof(RunConfig))]
[JsonSerializable(typeof(HingeLoss))]
[JsonSerializable(typeof(LabelNoiseLoss))]
[JsonSerializable(typeof(LeastSquaresLoss))]
[JsonSerializable(typeof(MinimaxLoss))]
[JsonSerializable(typeof(NonSaturatingLoss))]
[JsonSerializable(typeof(RelativisticAverageLoss))]
[JsonSerializable(typeof(RelativisticPairingLoss))]
[JsonSerializable(typeof(SmoothedLoss))]
[JsonSerializable(typeof(WassersteinLoss))]
[JsonSerializable(typeof(AuxiliaryClassPenalty))]
[JsonSerializable(typeof(BalancedConsistencyPenalty))]
[JsonSerializable(typeof(ConsistencyPenalty))]
[JsonSerializable(typeof(DraganPenalty))]
[JsonSerializable(typeof(FeatureMatchingPenalty))]
[JsonSerializable(typeof(LatentConsistencyPenalty))]
[JsonSerializable(typeof(LeCamPenalty))]
[JsonSerializable(typeof(ModeSeekingPenalty))]
[JsonSerializable(typeof(MutualInformationPenalty))]
[JsonSerializable(typeof(OrthogonalPenalty))]
[JsonSerializable(typeof(R1Penalty))]
[JsonSerializable(typeof(R2Penalty))]
[JsonSerializable(typeof(WganGpPenalty))]
[JsonSerializable(typeof(AdaPipeline))]
[JsonSerializable(typeof(AdaptiveAugmentation))]
[JsonSerializable(typeof(DiffAugment))]
[JsonSerializable(typeof(FlipShiftAugmentation))]
[JsonSerializable(typeof(InstanceNoise))]
[JsonSerializable(typeof(JitterAugmentation))]
[JsonSerializable(typeof(ScheduledAugmentation))]
[JsonSerializable(typeof(BatchConditions))]
[JsonSerializable(typeof(UniformConditions))]
[JsonSerializable(typeof(AdamSettings))]
[JsonSerializable(typeof(RmsPropSettings))]
[JsonSerializable(typeof(SgdSettings))]
[JsonSerializable(typeof(GradientNormClipping))]
[JsonSerializable(typeof(GradientValueClipping))]
[JsonSerializable(typeof(WeightClipping))]
internal sealed partial class RunConfigJson : JsonSerializerContext
{
    private static readonly Type[] _open =
        [typeof(IAdversarialLoss), typeof(ISeparableLoss), typeof(IRegularizer), typeof(IAugmentation), typeof(IGradedAugmentation), typeof(OptimizerSettings), typeof(IBeforeStep), typeof(IAfterStep), typeof(IConditionSampler)];

    private static readonly Type[] _kinds =
    [
        typeof(HingeLoss), typeof(LabelNoiseLoss), typeof(LeastSquaresLoss), typeof(MinimaxLoss), typeof(NonSaturatingLoss), typeof(RelativisticAverageLoss),
        typeof(RelativisticPairingLoss), typeof(SmoothedLoss), typeof(WassersteinLoss),
        typeof(AuxiliaryClassPenalty), typeof(MutualInformationPenalty),
        typeof(BalancedConsistencyPenalty), typeof(ConsistencyPenalty), typeof(DraganPenalty), typeof(FeatureMatchingPenalty), typeof(LatentConsistencyPenalty),
        typeof(LeCamPenalty), typeof(ModeSeekingPenalty), typeof(OrthogonalPenalty), typeof(R1Penalty), typeof(R2Penalty), typeof(WganGpPenalty),
        typeof(AdaPipeline), typeof(AdaptiveAugmentation), typeof(DiffAugment), typeof(FlipShiftAugmentation), typeof(InstanceNoise), typeof(JitterAugmentation),
        typeof(ScheduledAugmentation),
        typeof(BatchConditions), typeof(UniformConditions),
        typeof(AdamSettings), typeof(RmsPropSettings), typeof(SgdSettings),
        typeof(GradientNormClipping), typeof(GradientValueClipping), typeof(WeightClipping),
    ];

    private static readonly Lazy<JsonTypeInfo<RunConfig>> _run = new(Make);

    /// <summary>Reads and writes a run's settings.</summary>
    public static JsonTypeInfo<RunConfig> Run => _run.Value;

    private static JsonTypeInfo<RunConfig> Make()
    {
        var options = new JsonSerializerOptions(Default.Options) { TypeInfoResolver = ((IJsonTypeInfoResolver)Default).WithAddedModifier(NameKinds) };
        return (JsonTypeInfo<RunConfig>)options.GetTypeInfo(typeof(RunConfig));
    }

    private static void NameKinds(JsonTypeInfo info)
    {
        if (!_open.Contains(info.Type))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "type" };
        foreach (var kind in _kinds.Where(kind => kind.IsAssignableTo(info.Type)))
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
        }
    }
}
