using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Gan.Net.LibTorch.Tests;

/// <summary>
/// Writes types and members the way the list of TorchSharp's interface does: short type names, no nullability of references,
/// no names of tuple elements, enum defaults as numbers, constructors as <c>new(...)</c>.
/// </summary>
internal static class ApiNotation
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short",
        [typeof(int)] = "int", [typeof(long)] = "long", [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(char)] = "char",
        [typeof(string)] = "string", [typeof(object)] = "object",
    };

    /// <summary>Whether code outside the assembly can name the type, deriving from what holds it if need be.</summary>
    public static bool IsVisible(Type type) => type.IsNested
        ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
        : type.IsPublic;

    /// <summary>A type's full name, as its header begins.</summary>
    public static string NameOf(Type type)
    {
        var own = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(one => one.Name).ToArray();
        var name = type.Name.Split('`')[0] + (own.Length > 0 ? $"<{string.Join(", ", own)}>" : "");
        return $"{(type.DeclaringType is Type outer ? NameOf(outer) : type.Namespace)}.{name}";
    }

    /// <summary>Kind, name, and after a colon the base class and all interfaces.</summary>
    public static string HeaderOf(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsInterface: true } => "interface",
            _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var parents = type.GetInterfaces().Where(IsVisible).Select(Short).Order(StringComparer.Ordinal).ToList();
        if (type.IsClass && type.BaseType != typeof(object))
        {
            parents.Insert(0, Short(type.BaseType!));
        }

        return $"{kind} {NameOf(type)}{(parents.Count > 0 ? " : " + string.Join(", ", parents) : "")}";
    }

    /// <summary>The public and protected members that the type itself declares, sorted.</summary>
    public static IEnumerable<(MemberInfo Member, string Text)> MembersOf(Type type) => type.GetMembers(Declared)
        .Where(member => IsListed(type, member))
        .Select(member => (member, Render(member)))
        .OrderBy(pair => pair.Item2, StringComparer.Ordinal);

    private static bool IsListed(Type type, MemberInfo member) => member switch
    {
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
        ConstructorInfo constructor => IsOpen(constructor) && !constructor.IsStatic && !type.IsSubclassOf(typeof(Delegate)),
        PropertyInfo property => property.GetAccessors(true).Any(IsOpen),
        EventInfo happening => IsOpen(happening.AddMethod!),
        MethodInfo method => IsOpen(method) && method.Name != "Finalize" &&
            (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) &&
            (!type.IsSubclassOf(typeof(Delegate)) || method.Name == "Invoke"),
        _ => false,
    };

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static string Render(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } constant when constant.DeclaringType!.IsEnum => $"const {constant.Name} = {Literal(constant.GetRawConstantValue())}",
        FieldInfo { IsLiteral: true } constant => $"{Access(constant.IsPublic)}const {Short(constant.FieldType)} {constant.Name} = {Literal(constant.GetRawConstantValue())}",
        FieldInfo field => $"{Access(field.IsPublic)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Short(field.FieldType)} {field.Name}",
        ConstructorInfo constructor => $"{Access(constructor.IsPublic)}new({Parameters(constructor)})",
        PropertyInfo property => Render(property),
        EventInfo happening => $"{Modifiers(happening.AddMethod!)}event {Short(happening.EventHandlerType!)} {happening.Name}",
        MethodInfo method => $"{Modifiers(method)}{Short(method.ReturnType)} {method.Name}{Generic(method)}({Parameters(method)})",
        _ => throw new NotSupportedException($"{member.DeclaringType}.{member.Name} is a {member.MemberType}."),
    };

    private static string Render(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(IsOpen).ToList();
        var name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        var getter = property.GetMethod is { } get && IsOpen(get) ? "get; " : "";
        var setter = property.SetMethod is { } set && IsOpen(set) ? "set; " : "";
        return $"{Modifiers(accessors[0])}{Short(property.PropertyType)} {name} {{ {getter}{setter}}}";
    }

    private static string Access(bool isPublic) => isPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        var kind = method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: false } or { DeclaringType.BaseType.Name: nameof(MulticastDelegate) } => "",
            _ when method.GetBaseDefinition() != method => "override ",
            { IsFinal: false } => "virtual ",
            _ => "",
        };
        return Access(method.IsPublic) + kind;
    }

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(one => one.Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter switch
        {
            { IsOut: true, ParameterType.IsByRef: true } => "out ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) => "params ",
            _ => "",
        };
        return $"{prefix}{Short(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = " + Literal(parameter.RawDefaultValue) : "")}";
    }

    private static string Short(Type type)
    {
        if (type.IsByRef)
        {
            return Short(type.GetElementType()!);
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var arguments = type.GetGenericArguments().Select(Short).ToArray();
        return type switch
        {
            { IsArray: true } => $"{Short(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]",
            { IsPointer: true } => $"{Short(type.GetElementType()!)}*",
            _ when Nullable.GetUnderlyingType(type) is { } inner => $"{Short(inner)}?",
            _ when type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true
                || (type.IsGenericType && type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)) =>
                $"({string.Join(", ", arguments)})",
            _ => type.Name.Split('`')[0] + (arguments.Length > 0 ? $"<{string.Join(", ", arguments)}>" : ""),
        };
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
