using System.Collections.Concurrent;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private const BindingFlags InstanceMembers = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

            private static readonly ConcurrentDictionary<Type, (string Name, FieldInfo Field)[]> FieldsOfType = new();

            private bool componentsAreRegistered;

            /// <summary>Registers a tensor that is state but not trained. A non-persistent one stays out of state dictionaries.</summary>
            /// <exception cref="ArgumentNullException">The tensor is null or disposed.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid)
                {
                    throw new ArgumentNullException(nameof(tensor), "A null tensor cannot be registered as a buffer.");
                }

                if (!_internal_buffers.TryAdd(name, (tensor, persistent)))
                {
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                }
            }

            /// <summary>Registers a tensor that is trained.</summary>
            /// <exception cref="ArgumentNullException">The parameter is null or disposed.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid)
                {
                    throw new ArgumentNullException(nameof(param), "A null tensor cannot be registered as a parameter.");
                }

                if (!_internal_params.TryAdd(name, param))
                {
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                }
            }

            /// <summary>Registers a child and the child's own fields; null takes the name away.</summary>
            /// <exception cref="ArgumentException">The name is empty or has a dot in it.</exception>
            /// <exception cref="InvalidOperationException">The name is taken.</exception>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null || submodule.isDisposed)
                {
                    _internal_submodules.Remove(name);
                    return;
                }

                if (name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"module name can't contain \".\", got: {name}");
                }

                if (name.Length == 0)
                {
                    throw new ArgumentException("module name can't be empty string \"\"");
                }

                if (_internal_submodules.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                }

                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>
            /// Registers what the fields hold now: modules, parameters and, as buffers, other tensors. A field is called by its
            /// component name, else by its own; names already taken are left alone. Only the first call does anything.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                if (componentsAreRegistered)
                {
                    return;
                }

                foreach (var (component, field) in FieldsOf(GetType()))
                {
                    if (_internal_submodules.ContainsKey(component) || _internal_params.ContainsKey(component) || _internal_buffers.ContainsKey(component))
                    {
                        continue;
                    }

                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(component, module);
                            break;
                        case Parameter parameter:
                            register_parameter(component, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(component, tensor);
                            break;
                    }
                }

                componentsAreRegistered = true;
            }

            /// <summary>Registers or replaces a parameter; null, or a tensor that is no parameter, takes the name away.</summary>
            protected void ConditionallyRegisterParameter(string name, Tensor? value) => ConditionallyRegisterParameter(name, value as Parameter);

            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null)
                {
                    _internal_params.Remove(name);
                }
                else
                {
                    _internal_params[name] = value;
                }
            }

            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null)
                {
                    _internal_buffers.Remove(name);
                }
                else
                {
                    _internal_buffers[name] = (value, persistent);
                }
            }

            internal void SetOwn(string component, Parameter? value) => ConditionallyRegisterParameter(component, value);

            internal void SetOwnBuffer(string component, Tensor? value) => ConditionallyRegisterBuffer(component, value);

            protected void ClearModules() => _internal_submodules.clear();

            // A type's own fields come first, then its bases'; of two fields with one name only the first counts.
            private static (string Name, FieldInfo Field)[] FieldsOf(Type type) => FieldsOfType.GetOrAdd(type, static started =>
            {
                var found = new List<(string, FieldInfo)>();
                var seen = new HashSet<string>();
                for (var current = started; current is not null && current != typeof(object); current = current.BaseType)
                {
                    foreach (var field in current.GetFields(InstanceMembers))
                    {
                        if (!field.FieldType.IsValueType && seen.Add(field.Name))
                        {
                            found.Add((field.ComponentName(), field));
                        }
                    }
                }

                return [.. found];
            });
        }
    }
}
