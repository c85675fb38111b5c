using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class LogicTests
{
    private static readonly Scalar Three = 3;

    private static readonly ReferenceCases Cases = new ReferenceCases("logic")
        {
            { "masked_fill", x => x["input"].masked_fill(x["mask"], 1.5) },
            { "masked_fill/masked_fill_", x => ElementwiseCases.Changed(x["input"], copy => copy.masked_fill_(x["mask"], 1.5)) },
            { "masked_select", x => x["input"].masked_select(x["mask"]) },
            { "masked_select/torch.masked_select", x => torch.masked_select(x["input"], x["mask"]) },
        }
        .Unary("logical_not", x => x.logical_not(), x => x.logical_not_(), torch.logical_not)
        .Binary("logical_and", (x, y) => x.logical_and(y), (x, y) => x.logical_and_(y), torch.logical_and, torch.logical_and_)
        .Binary("logical_or", (x, y) => x.logical_or(y), (x, y) => x.logical_or_(y), torch.logical_or, torch.logical_or_)
        .Binary("logical_xor", (x, y) => x.logical_xor(y), (x, y) => x.logical_xor_(y), torch.logical_xor, torch.logical_xor_)
        .Unary("bitwise_not", x => x.bitwise_not(), x => x.bitwise_not_(), torch.bitwise_not, torch.bitwise_not_)
        .Unary("bitwise_not", x => x.bitwise_not(), x => x.bitwise_not_(), like: "bitwise_not_bool")
        .Binary("bitwise_and", (x, y) => x.bitwise_and(y), (x, y) => x.bitwise_and_(y), torch.bitwise_and, torch.bitwise_and_)
        .Binary("bitwise_or", (x, y) => x.bitwise_or(y), (x, y) => x.bitwise_or_(y), torch.bitwise_or, torch.bitwise_or_)
        .Binary("bitwise_xor", (x, y) => x.bitwise_xor(y), (x, y) => x.bitwise_xor_(y), torch.bitwise_xor, torch.bitwise_xor_)
        .Binary("op_BitwiseAnd", (x, y) => x & y, like: "bitwise_and")
        .Binary("op_BitwiseOr", (x, y) => x | y, like: "bitwise_or")
        .Binary("op_ExclusiveOr", (x, y) => x ^ y, like: "bitwise_xor")
        .Binary("op_BitwiseAnd", (x, y) => x & y, like: "bitwise_and_bool")
        .Binary("op_BitwiseOr", (x, y) => x | y, like: "bitwise_or_bool")
        .Binary("op_ExclusiveOr", (x, y) => x ^ y, like: "bitwise_xor_bool")
        .Unary("op_OnesComplement", x => ~x, like: "bitwise_not")
        .Binary(
            "bitwise_left_shift",
            (x, y) => x.bitwise_left_shift(y),
            (x, y) => x.bitwise_left_shift_(y),
            torch.bitwise_left_shift,
            torch.bitwise_left_shift_)
        .Binary(
            "bitwise_right_shift",
            (x, y) => x.bitwise_right_shift(y),
            (x, y) => x.bitwise_right_shift_(y),
            torch.bitwise_right_shift,
            torch.bitwise_right_shift_)
        .Unary("isnan", x => x.isnan(), null, torch.isnan)
        .Unary("isinf", x => x.isinf(), null, torch.isinf)
        .Unary("isposinf", x => x.isposinf(), null, torch.isposinf)
        .Unary("isneginf", x => x.isneginf(), null, torch.isneginf)
        .Unary("isfinite", x => x.isfinite(), null, torch.isfinite)
        .Unary("isreal", x => x.isreal(), null, torch.isreal)
        .Binary("isin", (x, y) => x.isin(y), null, (x, y) => torch.isin(x, y))
        .Binary("isin", (x, y) => x.isin(y, true, true), null, (x, y) => torch.isin(x, y, true, true), like: "isin_inverted")
        .Binary("isclose", (x, y) => x.isclose(y), null, (x, y) => torch.isclose(x, y))
        .Binary("isclose", (x, y) => x.isclose(y, 0.01, 0.2, true), null, (x, y) => torch.isclose(x, y, 0.01, 0.2, true), like: "isclose_loose")
        .Binary("eq", (x, y) => x.eq(y), null, torch.eq)
        .Binary("equal", (x, y) => x.equal(y), null, torch.equal, like: "eq")
        .Binary("op_Equality", (x, y) => x == y, like: "eq")
        .Binary("eq", null, (x, y) => x.eq_(y), like: "eq_in_place")
        .Unary("eq", x => x.eq(3), like: "eq_scalar")
        .Unary("op_Equality", x => x == 3, like: "eq_scalar")
        .Unary("op_Equality", x => Three == x, like: "scalar_eq")
        .Unary("eq", null, x => x.eq_(3), like: "eq_scalar_in_place")
        .Binary("ne", (x, y) => x.ne(y), null, torch.ne)
        .Binary("not_equal", (x, y) => x.not_equal(y), null, torch.not_equal, like: "ne")
        .Binary("op_Inequality", (x, y) => x != y, like: "ne")
        .Binary("ne", null, (x, y) => x.ne_(y), like: "ne_in_place")
        .Binary("not_equal", null, (x, y) => x.not_equal_(y), like: "ne_in_place")
        .Unary("ne", x => x.ne(3), like: "ne_scalar")
        .Unary("op_Inequality", x => x != 3, like: "ne_scalar")
        .Unary("op_Inequality", x => Three != x, like: "scalar_ne")
        .Unary("ne", null, x => x.ne_(3), like: "ne_scalar_in_place")
        .Binary("lt", (x, y) => x.lt(y), null, torch.lt)
        .Binary("less", (x, y) => x.less(y), null, torch.less, like: "lt")
        .Binary("op_LessThan", (x, y) => x < y, like: "lt")
        .Binary("lt", null, (x, y) => x.lt_(y), like: "lt_in_place")
        .Unary("lt", x => x.lt(3), like: "lt_scalar")
        .Unary("op_LessThan", x => x < 3, like: "lt_scalar")
        .Unary("op_LessThan", x => Three < x, like: "scalar_lt")
        .Unary("lt", null, x => x.lt_(3), like: "lt_scalar_in_place")
        .Binary("le", (x, y) => x.le(y), null, torch.le)
        .Binary("less_equal", (x, y) => x.less_equal(y), null, torch.less_equal, like: "le")
        .Binary("op_LessThanOrEqual", (x, y) => x <= y, like: "le")
        .Binary("le", null, (x, y) => x.le_(y), like: "le_in_place")
        .Binary("less_equal", null, (x, y) => x.less_equal_(y), like: "le_in_place")
        .Unary("le", x => x.le(3), like: "le_scalar")
        .Unary("op_LessThanOrEqual", x => x <= 3, like: "le_scalar")
        .Unary("op_LessThanOrEqual", x => Three <= x, like: "scalar_le")
        .Unary("le", null, x => x.le_(3), like: "le_scalar_in_place")
        .Binary("gt", (x, y) => x.gt(y), null, torch.gt)
        .Binary("greater", (x, y) => x.greater(y), null, torch.greater, like: "gt")
        .Binary("op_GreaterThan", (x, y) => x > y, like: "gt")
        .Binary("gt", null, (x, y) => x.gt_(y), like: "gt_in_place")
        .Unary("gt", x => x.gt(3), like: "gt_scalar")
        .Unary("op_GreaterThan", x => x > 3, like: "gt_scalar")
        .Unary("op_GreaterThan", x => Three > x, like: "scalar_gt")
        .Unary("gt", null, x => x.gt_(3), like: "gt_scalar_in_place")
        .Binary("ge", (x, y) => x.ge(y), null, torch.ge)
        .Binary("greater_equal", (x, y) => x.greater_equal(y), null, torch.greater_equal, like: "ge")
        .Binary("op_GreaterThanOrEqual", (x, y) => x >= y, like: "ge")
        .Binary("ge", null, (x, y) => x.ge_(y), like: "ge_in_place")
        .Unary("ge", x => x.ge(3), like: "ge_scalar")
        .Unary("op_GreaterThanOrEqual", x => x >= 3, like: "ge_scalar")
        .Unary("op_GreaterThanOrEqual", x => Three >= x, like: "scalar_ge")
        .Unary("ge", null, x => x.ge_(3), like: "ge_scalar_in_place");

    public static TheoryData<string> Labels => Cases.Labels;

    internal static ReferenceCases Table => Cases;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void masked_select_MaskOfNumbers_Throws()
    {
        using var values = TensorValues.Vector(1, 2);
        Assert.Equal("The mask tensor must be Boolean.", Assert.Throws<ArgumentException>(() => values.masked_select(values)).Message);
    }

    [Fact]
    public void Equals_SameElements_TrueWhateverTheObject()
    {
        using var first = TensorValues.Vector(1, 2);
        using var second = TensorValues.Vector(1, 2);
        using var third = TensorValues.Vector(1, 3);
        using var matrix = TensorValues.Make(ScalarType.Float64, [1, 2], 1, 2);
        Assert.True(first.Equals(second));
        Assert.True(first.Equals((object)second));
        Assert.False(first.Equals(third));
        Assert.False(first.Equals(matrix));
        Assert.False(first.Equals(null!));
        Assert.False(first.Equals((object)"1, 2"));
        Assert.NotEqual(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void allclose_Tolerances_DecideFromBothSides()
    {
        using var first = TensorValues.Vector(1, 100, double.NaN);
        using var second = TensorValues.Vector(1.05, 104, double.NaN);
        Assert.True(first.allclose(second, rtol: 0.05, atol: 0, equal_nan: true));
        Assert.False(first.allclose(second, rtol: 0.05, atol: 0));
        Assert.False(torch.allclose(first, second, rtol: 0.03, atol: 0.01, equal_nan: true));
        Assert.True(torch.allclose(first, second, rtol: 0, atol: 4.1, equal_nan: true));
        Assert.False(first.allclose(null!));
    }

    [Fact]
    public void is_nonzero_OneElement_TellsIt()
    {
        using var zero = TensorValues.Vector(0);
        using var half = TensorValues.Vector(0.5);
        using var two = TensorValues.Vector(1, 2);
        Assert.False(zero.is_nonzero());
        Assert.True(torch.is_nonzero(half));
        Assert.Equal(
            "is_nonzero() called on non-singleton tensor", Assert.Throws<InvalidOperationException>(() => two.is_nonzero()).Message);
    }

    [Fact]
    public void Comparison_WithNothing_IsFalseForEqualAndGreater()
    {
        using var values = TensorValues.Vector(1, 2);
        Tensor? nothing = null;
        foreach (var compare in new Func<Tensor>[] { () => values == nothing!, () => values > nothing!, () => values >= nothing! })
        {
            using var answer = compare();
            Assert.Equal([0], TensorValues.Read(answer));
            Assert.Empty(answer.shape);
        }
    }
}
