using TorchSharp;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Every member of the areas tested in this folder has a reference case, or a reason to have none.</summary>
public sealed class OperatorCoverageTests
{
    private const string RandomNumbers = "random: RandomTests checks its distribution";

    private const string OfTensor = """
        add add_ sub sub_ subtract subtract_ mul mul_ multiply remainder remainder_ fmod fmod_ pow pow_ float_power
        float_power_ square neg neg_ negative positive reciprocal reciprocal_ addcmul addcmul_ addcdiv addcdiv_ lerp
        lerp_ div div_ divide divide_ true_divide true_divide_ floor_divide floor_divide_ abs abs_ absolute absolute_
        sign sign_ signbit sqrt sqrt_ rsqrt rsqrt_ exp exp_ exp2 exp2_ expm1 expm1_ log log_ log1p log1p_ log2 log2_
        log10 log10_ sigmoid sigmoid_ logit logit_ erf erf_ erfc erfc_ erfinv erfinv_ lgamma lgamma_ digamma digamma_
        floor floor_ ceil ceil_ round round_ trunc trunc_ fix fix_ frac frac_ maximum minimum fmax fmin clamp clamp_
        clip clamp_min clamp_min_ clamp_max clamp_max_ nan_to_num nan_to_num_ hypot copysign copysign_ heaviside
        heaviside_ logaddexp logaddexp2 xlogy xlogy_ sin sin_ cos cos_ tan tan_ sinh sinh_ cosh cosh_ tanh tanh_ asin
        asin_ acos acos_ atan atan_ atan2 atan2_ asinh asinh_ acosh acosh_ atanh atanh_ arcsin arcsin_ arccos arccos_
        arctan arctan_ arctan2 arctan2_ arcsinh arcsinh_ arccosh arccosh_ arctanh arctanh_ sinc sinc_ deg2rad deg2rad_
        rad2deg rad2deg_ logical_not logical_not_ logical_and logical_and_ logical_or logical_or_ logical_xor
        logical_xor_ bitwise_not bitwise_not_ bitwise_and bitwise_and_ bitwise_or bitwise_or_ bitwise_xor bitwise_xor_
        bitwise_left_shift bitwise_left_shift_ bitwise_right_shift bitwise_right_shift_ isnan isinf isposinf isneginf
        isfinite isreal isin eq eq_ ne ne_ lt lt_ le le_ gt gt_ ge ge_ equal not_equal not_equal_ less less_equal
        less_equal_ greater greater_equal isclose allclose Equals masked_fill masked_fill_ masked_select relu relu_
        relu6 relu6_ leaky_relu leaky_relu_ rrelu rrelu_ elu elu_ selu selu_ celu celu_ gelu gelu_ silu silu_
        hardsigmoid hardsigmoid_ hardswish hardswish_ hardtanh hardtanh_ threshold threshold_ softplus softmax
        log_softmax log_sigmoid glu prelu matmul mm mv bmm dot vdot outer ger inner addmm addmm_ addmv addmv_ addr addr_
        addbmm addbmm_ baddbmm kron tensordot sum mean prod nansum nanmean any all count_nonzero norm dist logsumexp
        cumsum cumprod logcumsumexp cov corrcoef std var std_mean var_mean max min amax amin aminmax argmax argmin
        cummax cummin sort msort argsort topk kthvalue mode median nanmedian quantile nanquantile unique
        unique_consecutive bincount histc fill_ zero_ normal_ uniform_ random_ bernoulli bernoulli_ exponential_
        geometric_ cauchy_ log_normal_ multinomial poisson item ToScalar is_nonzero op_Addition op_Subtraction
        op_Multiply op_Division op_Modulus op_UnaryNegation op_OnesComplement op_BitwiseAnd op_BitwiseOr op_ExclusiveOr
        op_Equality op_Inequality op_LessThan op_LessThanOrEqual op_GreaterThan op_GreaterThanOrEqual op_Implicit
        op_Explicit
        """;

    private const string OfTorch = """
        add add_ sub sub_ subtract subtract_ mul mul_ multiply multiply_ div div_ divide divide_ true_divide
        true_divide_ floor_divide floor_divide_ remainder remainder_ fmod fmod_ pow pow_ float_power float_power_ square
        neg neg_ negative negative_ positive reciprocal reciprocal_ addcmul addcmul_ addcdiv addcdiv_ lerp abs abs_
        absolute absolute_ sign sign_ signbit sqrt sqrt_ rsqrt rsqrt_ exp exp_ exp2 exp2_ expm1 expm1_ log log_ log1p
        log1p_ log2 log2_ log10 log10_ sigmoid sigmoid_ logit logit_ erf erf_ erfc erfc_ erfinv erfinv_ lgamma lgamma_
        digamma digamma_ floor floor_ ceil ceil_ round round_ trunc trunc_ fix fix_ frac frac_ maximum minimum fmax fmin
        clamp clamp_ clip clamp_min clamp_min_ clamp_max clamp_max_ nan_to_num nan_to_num_ hypot copysign copysign_
        heaviside heaviside_ logaddexp logaddexp2 xlogy xlogy_ sin sin_ cos cos_ tan tan_ sinh sinh_ cosh cosh_ tanh
        tanh_ asin asin_ acos acos_ atan atan_ atan2 atan2_ asinh asinh_ acosh acosh_ atanh atanh_ arcsin arcsin_ arccos
        arccos_ arctan arctan_ arctan2 arctan2_ arcsinh arcsinh_ arccosh arccosh_ arctanh arctanh_ sinc sinc_ deg2rad
        deg2rad_ rad2deg rad2deg_ logical_not logical_and logical_and_ logical_or logical_or_ logical_xor logical_xor_
        bitwise_not bitwise_not_ bitwise_and bitwise_and_ bitwise_or bitwise_or_ bitwise_xor bitwise_xor_
        bitwise_left_shift bitwise_left_shift_ bitwise_right_shift bitwise_right_shift_ isnan isinf isposinf isneginf
        isfinite isreal isin masked_select is_nonzero eq ne lt le gt ge equal not_equal less less_equal greater
        greater_equal isclose allclose softmax matmul mm mv bmm dot vdot outer ger inner addmm addmm_ addmv addmv_ addr
        addr_ addbmm addbmm_ baddbmm kron tensordot einsum cdist sum mean prod nansum nanmean any all count_nonzero norm
        dist logsumexp cumsum cumprod logcumsumexp cov corrcoef std var std_mean var_mean max min amax amin aminmax
        argmax argmin cummax cummin sort msort argsort topk kthvalue mode median nanmedian quantile nanquantile unique
        unique_consecutive bincount histc bernoulli multinomial poisson
        """;

    private static readonly ReferenceCases[] Tables =
    [
        ActivationTests.Table, ArithmeticTests.Table, DivisionTests.Table, LogicTests.Table, OrderTests.Table,
        PointwiseTests.Table, ProductTests.Table, ReductionTests.Table, SpreadTests.Table, TrigonometryTests.Table,
    ];

    private static readonly Dictionary<string, string> ExemptOfTensor = new()
    {
        ["Equals"] = "no tensor results: LogicTests.Equals_SameElements_TrueWhateverTheObject",
        ["allclose"] = "no tensor results: LogicTests.allclose_Tolerances_DecideFromBothSides",
        ["is_nonzero"] = "no tensor results: LogicTests.is_nonzero_OneElement_TellsIt",
        ["heaviside_"] = "it has no derivative: PointwiseTests.heaviside_InPlace_ReturnsItself",
        ["item"] = "no tensor results: NumberTests",
        ["ToScalar"] = "no tensor results: NumberTests",
        ["op_Explicit"] = "no tensor results: NumberTests",
        ["op_Implicit"] = "no tensor goes in: NumberTests",
        ["normal_"] = RandomNumbers,
        ["uniform_"] = RandomNumbers,
        ["random_"] = RandomNumbers,
        ["bernoulli"] = RandomNumbers,
        ["bernoulli_"] = RandomNumbers,
        ["exponential_"] = RandomNumbers,
        ["geometric_"] = RandomNumbers,
        ["cauchy_"] = RandomNumbers,
        ["log_normal_"] = RandomNumbers,
        ["multinomial"] = RandomNumbers,
        ["poisson"] = RandomNumbers,
    };

    private static readonly Dictionary<string, string> ExemptOfTorch = new()
    {
        ["allclose"] = "no tensor results: LogicTests.allclose_Tolerances_DecideFromBothSides",
        ["is_nonzero"] = "no tensor results: LogicTests.is_nonzero_OneElement_TellsIt",
        ["heaviside_"] = "it has no derivative: PointwiseTests.heaviside_InPlace_ReturnsItself",
        ["bernoulli"] = RandomNumbers,
        ["multinomial"] = RandomNumbers,
        ["poisson"] = RandomNumbers,
    };

    [Fact]
    public void Tensor_MembersOfTheseAreas_AllCovered() => Coverage.AssertCovered(
        typeof(torch.Tensor), Words(OfTensor), Covered.Where(name => !name.Contains('.')), ExemptOfTensor);

    [Fact]
    public void Torch_FunctionsOfTheseAreas_AllCovered() => Coverage.AssertCovered(
        typeof(torch), Words(OfTorch), Covered.Where(name => name.StartsWith("torch.", StringComparison.Ordinal)).Select(name => name[6..]), ExemptOfTorch);

    [Fact]
    public void AssertCovered_MemberWithoutCase_NamesIt()
    {
        var error = Assert.ThrowsAny<Exception>(() => Coverage.AssertCovered(typeof(torch.Tensor), ["add", "sub"], ["add"], new Dictionary<string, string>()));
        Assert.Contains("These have neither a reference case nor an exemption: sub.", error.Message, StringComparison.Ordinal);
        error = Assert.ThrowsAny<Exception>(() =>
            Coverage.AssertCovered(typeof(torch.Tensor), ["add"], ["add"], new Dictionary<string, string> { ["add"] = "why not" }));
        Assert.Contains("These are exempt without need: add.", error.Message, StringComparison.Ordinal);
        error = Assert.ThrowsAny<Exception>(() => Coverage.AssertCovered(typeof(torch.Tensor), ["adds"], ["adds"], new Dictionary<string, string>()));
        Assert.Contains("are not public members of TorchSharp.torch+Tensor: adds.", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Covered => Tables.SelectMany(table => table.Members);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
