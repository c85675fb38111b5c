using System.Reflection;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>How a module's field is called in a state dictionary.</summary>
public static class FieldInfoExtensionMethods
{
    public static string ComponentName(this FieldInfo field) => field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
}
