using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters with their dotted names, each tensor once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (own, parameter) in _internal_params)
                {
                    if (!parameter.IsInvalid && seen.Add(parameter.Handle))
                    {
                        yield return (own, parameter);
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (child, module) in _internal_submodules)
                {
                    foreach (var (inner, parameter) in module.named_parameters(true))
                    {
                        if (!parameter.IsInvalid && seen.Add(parameter.Handle))
                        {
                            yield return ($"{child}.{inner}", parameter);
                        }
                    }
                }
            }

            /// <summary>
            /// The buffers with their dotted names, each tensor once. As in TorchSharp, non-persistent buffers are left out
            /// whatever <paramref name="include_nonpersistent"/> says.
            /// </summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (own, (buffer, persistent)) in _internal_buffers)
                {
                    if (persistent && !buffer.IsInvalid && seen.Add(buffer.Handle))
                    {
                        yield return (own, buffer);
                    }
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (child, module) in _internal_submodules)
                {
                    foreach (var (inner, buffer) in module.named_buffers(true, include_nonpersistent))
                    {
                        if (!buffer.IsInvalid && seen.Add(buffer.Handle))
                        {
                            yield return ($"{child}.{inner}", buffer);
                        }
                    }
                }
            }

            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            /// <summary>All modules below this one with their dotted names: the children first, then what is below each.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                {
                    yield return child;
                }

                foreach (var (child, module) in named_children())
                {
                    foreach (var (inner, descendant) in module.named_modules())
                    {
                        yield return ($"{child}.{inner}", descendant);
                    }
                }
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true)
            {
                foreach (var (_, parameter) in named_parameters(recurse))
                {
                    yield return parameter;
                }
            }

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                foreach (var (_, buffer) in named_buffers(recurse, include_nonpersistent))
                {
                    yield return buffer;
                }
            }

            public virtual IEnumerable<Module> modules()
            {
                foreach (var (_, module) in named_modules())
                {
                    yield return module;
                }
            }

            public virtual IEnumerable<Module> children()
            {
                foreach (var (_, module) in named_children())
                {
                    yield return module;
                }
            }

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            /// <summary>The parameter with this dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                _internal_params.TryGetValue(target, out var own) ? own : ChildOf(ref target)?.get_parameter(target);

            /// <summary>The buffer with this dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                _internal_buffers.TryGetValue(target, out var own) ? own.Item1 : ChildOf(ref target)?.get_buffer(target);

            // The child that the first part of a dotted name names; the name is shortened to the rest.
            private Module? ChildOf(ref string target)
            {
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                if (dot < 0)
                {
                    return null;
                }

                var first = target[..dot];
                target = target[(dot + 1)..];
                foreach (var (child, module) in named_children())
                {
                    if (child == first)
                    {
                        return module;
                    }
                }

                return null;
            }
        }
    }
}
