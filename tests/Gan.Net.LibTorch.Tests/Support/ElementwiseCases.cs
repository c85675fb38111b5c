using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Adds the up to four forms of an operator at once: method, in-place method, function, in-place function.</summary>
internal static class ElementwiseCases
{
    /// <summary>Forms that take the case's <c>input</c>.</summary>
    /// <param name="cases">The table.</param>
    /// <param name="name">The method's name, and the case's unless <paramref name="like"/> names another.</param>
    /// <param name="method">The method.</param>
    /// <param name="inPlace">Its in-place form, run on a copy of the input, which it must return.</param>
    /// <param name="function">The function of <c>torch</c>.</param>
    /// <param name="functionInPlace">The in-place function of <c>torch</c>.</param>
    /// <param name="like">The case, where it has another name.</param>
    public static ReferenceCases Unary(
        this ReferenceCases cases,
        string name,
        Func<Tensor, Tensor>? method,
        Func<Tensor, Tensor>? inPlace = null,
        Func<Tensor, Tensor>? function = null,
        Func<Tensor, Tensor>? functionInPlace = null,
        string? like = null) => cases.AddForms(
            name,
            like,
            method is null ? null : x => method(x["input"]),
            inPlace is null ? null : x => Changed(x["input"], inPlace),
            function is null ? null : x => function(x["input"]),
            functionInPlace is null ? null : x => Changed(x["input"], functionInPlace));

    /// <summary>Forms that take the case's <c>input</c> and <c>other</c>.</summary>
    public static ReferenceCases Binary(
        this ReferenceCases cases,
        string name,
        Func<Tensor, Tensor, Tensor>? method,
        Func<Tensor, Tensor, Tensor>? inPlace = null,
        Func<Tensor, Tensor, Tensor>? function = null,
        Func<Tensor, Tensor, Tensor>? functionInPlace = null,
        string? like = null) => cases.AddForms(
            name,
            like,
            method is null ? null : x => method(x["input"], x["other"]),
            inPlace is null ? null : x => Changed(x["input"], copy => inPlace(copy, x["other"])),
            function is null ? null : x => function(x["input"], x["other"]),
            functionInPlace is null ? null : x => Changed(x["input"], copy => functionInPlace(copy, x["other"])));

    /// <summary>Forms that take the case's <c>input</c>, <c>first</c> and <c>second</c>.</summary>
    public static ReferenceCases Fused(
        this ReferenceCases cases,
        string name,
        Func<Tensor, Tensor, Tensor, Tensor>? method,
        Func<Tensor, Tensor, Tensor, Tensor>? inPlace = null,
        Func<Tensor, Tensor, Tensor, Tensor>? function = null,
        Func<Tensor, Tensor, Tensor, Tensor>? functionInPlace = null,
        string? like = null) => cases.AddForms(
            name,
            like,
            method is null ? null : x => method(x["input"], x["first"], x["second"]),
            inPlace is null ? null : x => Changed(x["input"], copy => inPlace(copy, x["first"], x["second"])),
            function is null ? null : x => function(x["input"], x["first"], x["second"]),
            functionInPlace is null ? null : x => Changed(x["input"], copy => functionInPlace(copy, x["first"], x["second"])));

    /// <summary>A copy of the leaf after an in-place operator, which must have returned that very copy.</summary>
    public static Tensor Changed(Tensor leaf, Func<Tensor, Tensor> operation)
    {
        var copy = leaf.clone();
        Assert.Same(copy, operation(copy));
        return copy;
    }

    private static ReferenceCases AddForms(
        this ReferenceCases cases, string name, string? like, params Func<Dictionary<string, Tensor>, Tensor>?[] forms)
    {
        string[] labels = [name, name + "_", "torch." + name, "torch." + name + "_"];
        for (var i = 0; i < forms.Length; i++)
        {
            if (forms[i] is { } form)
            {
                cases.Add($"{like ?? name}/{labels[i]}", form);
            }
        }

        return cases;
    }
}
