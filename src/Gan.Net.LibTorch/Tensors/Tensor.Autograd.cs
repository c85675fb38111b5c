using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public bool requires_grad
        {
            get
            {
                var required = Native.gannet_tensor_requires_grad(Handle) != 0;
                GC.KeepAlive(this);
                return required;
            }

            set
            {
                Native.Check(Native.gannet_tensor_set_requires_grad(Handle, value ? 1 : 0));
                GC.KeepAlive(this);
            }
        }

        public bool is_leaf
        {
            get
            {
                var leaf = Native.gannet_tensor_is_leaf(Handle) != 0;
                GC.KeepAlive(this);
                return leaf;
            }
        }

        /// <summary>The accumulated gradient, a new handle at each reading, or null before the first backward pass.</summary>
        public Tensor? grad
        {
            get
            {
                nint gradient;
                Native.Check(Native.gannet_tensor_grad(Handle, &gradient));
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }

            set
            {
                Native.Check(Native.gannet_tensor_set_grad(Handle, value is null ? 0 : value.Handle));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        public void retain_grad()
        {
            Native.Check(Native.gannet_tensor_retain_grad(Handle));
            GC.KeepAlive(this);
        }

        public void backward() => autograd.backward(this);

        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }

    /// <summary>Reverse-mode differentiation.</summary>
    public static unsafe partial class autograd
    {
        /// <summary>
        /// Gradients of the outputs with respect to the inputs, in the inputs' order. <paramref name="create_graph"/> does not
        /// retain the graph: pass <paramref name="retain_graph"/> as well. An unused input, when allowed, gives a tensor whose <see cref="Tensor.IsInvalid"/> is true.
        /// </summary>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var outputHandles = HandlesOf(outputs);
            var inputHandles = HandlesOf(inputs);
            var gradientHandles = HandlesOf(grad_outputs);
            var results = new nint[inputHandles.Length];
            fixed (nint* output = outputHandles, input = inputHandles, gradient = gradientHandles, result = results)
            {
                Native.Check(Native.gannet_grad(
                    output, outputHandles.Length, input, inputHandles.Length, gradient, gradientHandles.Length,
                    retain_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, result));
            }

            KeepAlive(outputs, inputs, grad_outputs);
            return Array.ConvertAll(results, handle => handle == 0 ? Tensor.Invalid : new Tensor(handle));
        }

        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            var tensorHandles = HandlesOf(tensors);
            var gradientHandles = HandlesOf(grad_tensors);
            var inputHandles = HandlesOf(inputs);
            fixed (nint* tensor = tensorHandles, gradient = gradientHandles, input = inputHandles)
            {
                Native.Check(Native.gannet_backward(
                    tensor, tensorHandles.Length, gradient, gradientHandles.Length,
                    retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0, input, inputHandles.Length));
            }

            KeepAlive(tensors, grad_tensors, inputs);
        }

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        private static nint[] HandlesOf(IList<Tensor>? tensors)
        {
            if (tensors is null || tensors.Count == 0)
            {
                return [];
            }

            var handles = new nint[tensors.Count];
            for (var i = 0; i < handles.Length; i++)
            {
                handles[i] = tensors[i] is null ? 0 : tensors[i].Handle;
            }

            return handles;
        }

        private static void KeepAlive(IList<Tensor> first, IList<Tensor>? second, IList<Tensor>? third)
        {
            GC.KeepAlive(first);
            GC.KeepAlive(second);
            GC.KeepAlive(third);
        }
    }

    /// <summary>Switches gradient recording off for the calling thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => Native.gannet_grad_mode() != 0;

    private sealed class GradMode : IDisposable
    {
        private readonly int before = Native.gannet_grad_mode();

        public GradMode(bool enabled) => Native.gannet_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => Native.gannet_set_grad_mode(before);
    }
}
