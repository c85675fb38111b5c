using System.Reflection;
using System.Runtime.InteropServices;
using Gan.Net.LibTorch.Interop;
using TorchSharp;

namespace Gan.Net.LibTorch.Tests;

public sealed class OperatorsTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Operators_TheLoadedLibtorch_HasEveryOne()
    {
        var missing = Declared().Where(op => !Exists(op)).Select(op => op.ToString());
        Assert.Equal("", string.Join(", ", missing));
    }

    [Fact]
    public void Operators_UnknownName_AreNotFound() => Assert.False(Exists(new Operator("no_such_operator")));

    private static IEnumerable<Operator> Declared()
    {
        var operators = typeof(torch).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(Any))
            .Where(field => field.IsStatic && field.FieldType == typeof(Operator))
            .Select(field => (Operator)field.GetValue(null)!)
            .ToList();
        Assert.True(operators.Count > 300, $"only {operators.Count} operators were found by reflection");
        return operators;
    }

    private static bool Exists(Operator op)
    {
        try
        {
            typeof(Operator).GetMethod("Find", Any)!.Invoke(op, null);
            return true;
        }
        catch (TargetInvocationException failure) when (failure.InnerException is ExternalException)
        {
            return false;
        }
    }
}
