using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            protected DeviceType _deviceType = DeviceType.CPU;
            protected int _deviceIndex = -1;

            /// <summary>Takes the device and element type of another tensor.</summary>
            public Module _to(Tensor other, bool non_blocking)
            {
                _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckElementType(dtype);
                InitializeDeviceType(device.type);
                _toEpilog(device.type == DeviceType.CUDA ? device : new Device(device.type), dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                InitializeDeviceType(deviceType);
                _toEpilog(deviceType, deviceType == DeviceType.CUDA ? deviceIndex : -1, non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckElementType(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());

            /// <summary>Makes the moved form of a parameter and its gradient; false when it is already as wanted.</summary>
            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                using var gradient = param.grad;
                p = null;
                if (!IsMovedBy(dtype, device, param) && (gradient is null || !IsMovedBy(dtype, device, gradient)))
                {
                    return false;
                }

                using var _ = no_grad();
                p = new Parameter(Moved(dtype, device, param), param.requires_grad);
                p.DetachFromDisposeScope();
                if (gradient is not null)
                {
                    using var moved = Moved(dtype, device, gradient);
                    p.grad = moved;
                }

                return true;
            }

            /// <summary>Makes the moved form of a buffer and disposes the old one; false when it is already as wanted.</summary>
            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                result = null;
                if (!IsMovedBy(dtype, device, buffer))
                {
                    return false;
                }

                result = Moved(dtype, device, buffer).DetachFromDisposeScope();
                buffer.Dispose();
                return true;
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog((ScalarType?)dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>Moves the children and then what this module holds itself, and puts the results into its properties or fields.</summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var (_, child) in named_children())
                {
                    child.MoveTo(dtype, device, non_blocking);
                }

                foreach (var (component, parameter) in named_parameters(false).ToArray())
                {
                    if (ReplaceParameter(dtype, device, parameter, out var moved) && !SetProperty(component, moved!))
                    {
                        parameter.Dispose();
                        ConditionallyRegisterParameter(component, moved);
                        SetField(component, moved!);
                    }
                }

                foreach (var (component, buffer) in named_buffers(false).ToArray())
                {
                    if (ReplaceBuffer(dtype, device, buffer, out var moved) && !SetProperty(component, moved!))
                    {
                        ConditionallyRegisterBuffer(component, moved);
                        SetField(component, moved!);
                    }
                }

                if (device is not null)
                {
                    (_deviceType, _deviceIndex) = (device.type, device.index);
                }
            }

            private static void CheckElementType(ScalarType dtype)
            {
                if (!is_floating_point(dtype) && !is_complex(dtype))
                {
                    throw new ArgumentException($"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}");
                }
            }

            // Integer tensors, such as the count of batches, keep their type.
            private static ScalarType TypeAfter(ScalarType? dtype, Tensor tensor) =>
                dtype is ScalarType wanted && (tensor.is_floating_point() || tensor.is_complex()) ? wanted : tensor.dtype;

            private static bool IsMovedBy(ScalarType? dtype, Device? device, Tensor tensor) =>
                TypeAfter(dtype, tensor) != tensor.dtype
                || (device is not null && (device.type != tensor.device_type || Math.Max(device.index, 0) != Math.Max(tensor.device_index, 0)));

            private static Tensor Moved(ScalarType? dtype, Device? device, Tensor tensor) =>
                ModuleTensors.Convert(tensor, device ?? tensor.device, TypeAfter(dtype, tensor));

            private void MoveTo(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (device is null)
                {
                    _to(dtype!.Value, non_blocking);
                }
                else if (dtype is null)
                {
                    _to(device.type, device.index, non_blocking);
                }
                else
                {
                    _to(device, dtype.Value, non_blocking);
                }
            }

            private bool SetProperty(string component, Tensor value)
            {
                var property = GetType().GetProperty(component, BindingFlags.Public | BindingFlags.Instance);
                if (property is not { CanWrite: true } || !property.PropertyType.IsInstanceOfType(value))
                {
                    return false;
                }

                property.SetValue(this, value);
                return true;
            }

            private void SetField(string component, Tensor value)
            {
                foreach (var (field, info) in FieldsOf(GetType()))
                {
                    if (field == component)
                    {
                        info.SetValue(this, value);
                        return;
                    }
                }
            }
        }
    }
}
