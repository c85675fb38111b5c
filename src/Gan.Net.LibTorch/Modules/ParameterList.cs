using System.Collections;

namespace TorchSharp.Modules;

/// <summary>Parameters in a list, called "0", "1"….</summary>
public class ParameterList : torch.nn.Module, IList<Parameter>
{
    private readonly List<Parameter> list = [];
    private bool isRegistered;

    public ParameterList(params Parameter[] parameters)
        : base(nameof(ParameterList)) => append(parameters);

    public int Count => list.Count;

    public bool IsReadOnly => false;

    public Parameter this[int index]
    {
        get => list[index];
        set => list[index] = value;
    }

    public void Add(Parameter item) => list.Add(item);

    public void append(params Parameter[] parameters) => list.AddRange(parameters ?? []);

    public void extend(IEnumerable<Parameter> parameters) => list.AddRange(parameters);

    public void Insert(int index, Parameter item) => list.Insert(index, item);

    public bool Remove(Parameter item) => list.Remove(item);

    public void RemoveAt(int index) => list.RemoveAt(index);

    public void Clear() => list.Clear();

    public bool Contains(Parameter item) => list.Contains(item);

    public int IndexOf(Parameter item) => list.IndexOf(item);

    public void CopyTo(Parameter[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    public IEnumerator<Parameter> GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
    {
        for (var i = 0; i < list.Count; i++)
        {
            yield return ($"{i}", list[i]);
        }
    }

    public override bool has_parameter(string target) => get_parameter(target) is not null;

    public override Parameter? get_parameter(string target) => int.TryParse(target, out var i) && i >= 0 && i < list.Count ? list[i] : null;

    protected override void RegisterComponents()
    {
        for (var i = 0; !isRegistered && i < list.Count; i++)
        {
            register_parameter($"{i}", list[i]);
        }

        isRegistered = true;
    }

    protected override void _toEpilog(torch.ScalarType? dtype, torch.Device? device, bool non_blocking)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (ReplaceParameter(dtype, device, list[i], out var moved))
            {
                list[i].Dispose();
                list[i] = moved!;
                ConditionallyRegisterParameter($"{i}", moved);
            }
        }

        if (device is not null)
        {
            (_deviceType, _deviceIndex) = (device.type, device.index);
        }
    }
}
