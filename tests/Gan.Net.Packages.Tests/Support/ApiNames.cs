using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Gan.Net.Packages.Tests.Support;

/// <summary>Names of types, parameters and constants as C# writes them, nullability included.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> _keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short",
        [typeof(ushort)] = "ushort", [typeof(int)] = "int", [typeof(uint)] = "uint", [typeof(long)] = "long", [typeof(ulong)] = "ulong",
        [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(char)] = "char",
        [typeof(string)] = "string", [typeof(object)] = "object", [typeof(nint)] = "nint", [typeof(nuint)] = "nuint",
    };

    private static readonly NullabilityInfoContext _nullability = new();

    public static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";
        return $"{Of(_nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
    }

    public static string Parameters(MethodBase method)
    {
        var list = string.Join(", ", method.GetParameters().Select(Parameter));
        return method.IsDefined(typeof(ExtensionAttribute)) ? "this " + list : list;
    }

    public static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter switch
        {
            { IsOut: true, ParameterType.IsByRef: true } => "out ",
            { IsIn: true, ParameterType.IsByRef: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
            _ => "",
        };
        var value = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{prefix}{Of(_nullability.Create(parameter))} {parameter.Name}{value}";
    }

    public static string Of(PropertyInfo property) => Of(_nullability.Create(property));

    public static string Of(FieldInfo field) => Of(_nullability.Create(field));

    /// <summary>A type by its short name; nested types keep their outer ones.</summary>
    public static string Of(Type type)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        return type switch
        {
            { IsArray: true } => $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]",
            { IsPointer: true } => $"{Of(type.GetElementType()!)}*",
            { IsGenericParameter: true } => type.Name,
            _ when Nullable.GetUnderlyingType(type) is { } inner => $"{Of(inner)}?",
            _ => Nested(type, type.GetGenericArguments().Select(Of)),
        };
    }

    public static string Short(Type type) => type.Name.Split('`')[0];

    public static string Full(Type type) => $"{type.Namespace}.{Nested(type, type.GetGenericArguments().Select(one => one.Name))}";

    public static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        Enum member => $"{member.GetType().Name}.{member}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue is null && parameter.ParameterType.IsValueType
        && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : Literal(parameter.DefaultValue);

    private static string Of(NullabilityInfo info)
    {
        var type = info.Type;
        // An unconstrained T reads as nullable whether or not the source says T?.
        var mark = info.ReadState == NullabilityState.Nullable && type is { IsValueType: false, IsByRef: false, IsGenericParameter: false } ? "?" : "";
        if (info.ElementType is { } element && type.IsArray)
        {
            return $"{Of(element)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        return info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null && !type.IsByRef && type.DeclaringType is null
            ? Nested(type, info.GenericTypeArguments.Select(Of)) + mark
            : Of(type) + mark;
    }

    // Nested types of generic ones get all arguments on the innermost name: unambiguous, if not C#.
    private static string Nested(Type type, IEnumerable<string> arguments)
    {
        var name = Short(type);
        for (var outer = type.DeclaringType; outer is not null && !type.IsGenericParameter; outer = outer.DeclaringType)
        {
            name = $"{Short(outer)}.{name}";
        }

        return type.IsGenericType ? $"{name}<{string.Join(", ", arguments)}>" : name;
    }
}
