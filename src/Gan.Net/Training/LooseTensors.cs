using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Finds tensors that need gradients and are no parameters of the module that computes with them: layers in an array or a list, which
/// TorchSharp does not register. They would neither be trained nor saved, and nothing would say so.
/// </summary>
internal static class LooseTensors
{
    private const int MostNamed = 4;

    /// <summary>Computes an output with every known parameter frozen, and refuses one that still needs a gradient.</summary>
    /// <param name="model">What the message calls the model.</param>
    /// <param name="owner">The model, whose fields are searched for names.</param>
    /// <param name="module">Its module.</param>
    /// <param name="compute">Makes the output.</param>
    /// <exception cref="ArgumentException">The output depends on tensors that need gradients and are no parameters.</exception>
    public static Tensor Refuse(string model, object owner, nn.Module module, Func<Tensor> compute)
    {
        Tensor output;
        using (new FrozenParameters(module))
        {
            output = compute();
        }

        if (!output.requires_grad || MakesItsOwn(compute))
        {
            return output.detach();
        }

        var known = module.parameters().ToHashSet<object>(ReferenceEqualityComparer.Instance);
        List<string> names = [];
        Search(owner, "", known, names, new HashSet<object>(ReferenceEqualityComparer.Instance));
        var which = names.Count == 0 ? "" : $": {string.Join(", ", names.Take(MostNamed))}{(names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "")}";
        throw new ArgumentException(
            $"The {model} computes with tensors that need gradients and are not among its module's {known.Count} parameters{which}. They would not be trained and not be saved. "
            + "Put layers into fields of their own, a Sequential or a ModuleList, before RegisterComponents() is called.");
    }

    // A model that asks for gradients of its own does so without the caller's graph too.
    private static bool MakesItsOwn(Func<Tensor> compute)
    {
        using var still = no_grad();
        return compute().requires_grad;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Only names in a message: fewer are found where fields were trimmed.")]
    private static void Search(object holder, string path, HashSet<object> known, List<string> names, HashSet<object> seen)
    {
        if (!seen.Add(holder))
        {
            return;
        }

        for (var type = holder.GetType(); type is not null && type != typeof(object) && type.Namespace?.StartsWith("TorchSharp", StringComparison.Ordinal) != true; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(holder), path + NameOf(field), known, names, seen);
            }
        }
    }

    private static void Visit(object? value, string path, HashSet<object> known, List<string> names, HashSet<object> seen)
    {
        switch (value)
        {
            case Tensor tensor:
                Note(tensor, path, known, names);
                break;
            case nn.Module module:
                foreach (var (name, parameter) in module.named_parameters().Where(pair => seen.Add(pair.parameter)))
                {
                    Note(parameter, $"{path}.{name}", known, names);
                }

                Search(module, path + ".", known, names, seen);
                break;
            case string:
                break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                {
                    Visit(entry.Value, $"{path}[{entry.Key}]", known, names, seen);
                }

                break;
            case IList items when items.Count > 0 && items[0] is not ValueType:
                for (var i = 0; i < items.Count; i++)
                {
                    Visit(items[i], $"{path}[{i}]", known, names, seen);
                }

                break;
            case IGenerator or IDiscriminator:
                Search(value, path + ".", known, names, seen);
                break;
        }
    }

    private static void Note(Tensor tensor, string path, HashSet<object> known, List<string> names)
    {
        if (!tensor.IsInvalid && tensor.requires_grad && tensor.is_leaf && !known.Contains(tensor))
        {
            names.Add($"{path} [{string.Join(", ", tensor.shape)}]");
        }
    }

    // An automatic property's field is named after it.
    private static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
}
