using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gan.Net.Packages.Tests.Support;

/// <summary>Renders an assembly's public interface as text: one line a type, one line a member, sorted.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private const MethodAttributes Kept = MethodAttributes.MemberAccessMask;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(DeclarationOf(type)).Append('\n');
            foreach (var member in MembersOf(type))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> MembersOf(Type type) => type.IsSubclassOf(typeof(Delegate))
        ? [ApiNames.Method(type.GetMethod("Invoke")!)]
        : type.GetMembers(Declared)
            .Where(member => type.IsEnum ? member is FieldInfo { IsLiteral: true } : !IsGenerated(member))
            .Select(Render)
            .OfType<string>()
            .Order(StringComparer.Ordinal);

    private static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal) || (member is MethodBase && member.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static string? Render(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) =>
            $"{Modifiers(constructor)}{ApiNames.Short(constructor.DeclaringType!)}({ApiNames.Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } or MethodInfo { Name: ['o', 'p', '_', ..] } when IsVisible((MethodInfo)member) =>
            Modifiers((MethodInfo)member) + ApiNames.Method((MethodInfo)member),
        PropertyInfo property when property.GetAccessors(nonPublic: true).FirstOrDefault(IsVisible) is { } accessor =>
            $"{Modifiers(accessor)}{ApiNames.Of(property)} {PropertyName(property)} {{ {Accessors(property)}}}",
        EventInfo { AddMethod: { } add } happening when IsVisible(add) =>
            $"{Modifiers(add)}event {ApiNames.Of(happening.EventHandlerType!)} {happening.Name}",
        FieldInfo { IsLiteral: true, IsPublic: true } constant =>
            $"const {ApiNames.Of(constant.FieldType)} {constant.Name} = {ApiNames.Literal(constant.GetRawConstantValue())}",
        FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly =>
            $"{(field.IsPublic ? "" : "protected ")}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{ApiNames.Of(field)} {field.Name}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) =>
        (method.Attributes & Kept) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static string Modifiers(MethodBase method)
    {
        var words = method.IsPublic ? "" : "protected ";
        if (method.DeclaringType!.IsInterface && method.IsAbstract)
        {
            return words;
        }

        words += method.IsStatic ? "static " : "";
        words += method.IsAbstract ? "abstract " : "";
        var overrides = method is MethodInfo info && info.GetBaseDefinition().DeclaringType != info.DeclaringType;
        words += (overrides, method.IsVirtual, method.IsAbstract, method.IsFinal) switch
        {
            (true, _, false, false) => "override ",
            (true, _, false, true) => "sealed override ",
            (false, true, false, false) => "virtual ",
            _ => "",
        };
        return words;
    }

    private static string PropertyName(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } indices
        ? $"this[{string.Join(", ", indices.Select(ApiNames.Parameter))}]"
        : property.Name;

    private static string Accessors(PropertyInfo property)
    {
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        var set = "";
        if (property.SetMethod is { } setter && IsVisible(setter))
        {
            var isInit = setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            var narrower = !setter.IsPublic && property.GetMethod is { IsPublic: true } ? "protected " : "";
            set = narrower + (isInit ? "init; " : "set; ");
        }

        return required + get + set;
    }

    private static string DeclarationOf(Type type)
    {
        var words = type switch
        {
            { IsEnum: true } => $"enum {ApiNames.Full(type)} : {ApiNames.Of(Enum.GetUnderlyingType(type))}",
            _ when type.IsSubclassOf(typeof(Delegate)) => $"delegate {ApiNames.Full(type)}",
            { IsInterface: true } => $"interface {ApiNames.Full(type)}",
            { IsValueType: true } => $"struct {ApiNames.Full(type)}",
            { IsAbstract: true, IsSealed: true } => $"static class {ApiNames.Full(type)}",
            _ => $"{(type.IsAbstract ? "abstract " : "")}{(type.IsSealed ? "sealed " : "")}{(IsRecord(type) ? "record" : "class")} {ApiNames.Full(type)}",
        };
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)))
        {
            return words;
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited).Where(one => one.IsVisible && !(IsRecord(type) && one == typeof(IEquatable<>).MakeGenericType(type))).Select(ApiNames.Of).Order(StringComparer.Ordinal).ToList();
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
        {
            bases.Insert(0, ApiNames.Of(parent));
        }

        return bases.Count == 0 ? words : string.Create(CultureInfo.InvariantCulture, $"{words} : {string.Join(", ", bases)}");
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
