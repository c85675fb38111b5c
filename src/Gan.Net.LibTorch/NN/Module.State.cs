namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters, then the persistent buffers, by their dotted names: the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var before = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (key, parameter) in named_parameters())
                {
                    destination.TryAdd(before + key, parameter);
                }

                foreach (var (key, buffer) in named_buffers(include_nonpersistent: false))
                {
                    destination.TryAdd(before + key, buffer);
                }

                foreach (var (child, module) in _internal_submodules)
                {
                    module.state_dict(destination, before + child);
                }

                return destination;
            }

            /// <summary>
            /// Copies the values of <paramref name="source"/> into this module's tensors and tells which keys are missing from it
            /// and which it has too many. Keys in <paramref name="skip"/> are left alone.
            /// </summary>
            /// <exception cref="InvalidOperationException">The keys differ, and <paramref name="strict"/> is set; nothing was copied.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var destination = state_dict();
                skip ??= [];
                var unexpected = KeysOnlyIn(source, destination, skip);
                var missing = KeysOnlyIn(destination, source, skip);
                if (strict && (missing.Count > 0 || unexpected.Count > 0))
                {
                    throw new InvalidOperationException("The loaded state_dict is not identical to the target dictionary.");
                }

                using var _ = no_grad();
                foreach (var (key, value) in source)
                {
                    if (!skip.Contains(key) && destination.TryGetValue(key, out var target))
                    {
                        ModuleTensors.Copy(target, value);
                    }
                }

                return (missing, unexpected);
            }

            private static List<string> KeysOnlyIn(Dictionary<string, Tensor> here, Dictionary<string, Tensor> there, IList<string> skip)
            {
                var keys = new List<string>();
                foreach (var key in here.Keys)
                {
                    if (!skip.Contains(key) && !there.ContainsKey(key))
                    {
                        keys.Add(key);
                    }
                }

                return keys;
            }
        }
    }
}
