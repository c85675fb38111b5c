using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of libtorch. It belongs to the dispose scope open when it was made; outside any scope it is
    /// freed by <see cref="Dispose()"/> or, if it was lost, by the garbage collector. Freeing twice is harmless.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private static long totalCount;
        private static long peakCount;

        private nint handle;
        private LossGuard? guard;

        internal Tensor(nint handle)
        {
            this.handle = handle;
            CountOne();
            var manager = DisposeScopeManager.OfThread;
            if (manager.Current is DisposeScope scope)
            {
                manager.Tensors.CreatedInScopeCount++;
                scope.Add(this);
            }
            else
            {
                manager.Tensors.CreatedOutsideScopeCount++;
                GuardAgainstLoss();
            }
        }

        // A tensor that is none, as an unused input's gradient is; not counted, nothing to free.
        private Tensor()
        {
        }

        /// <summary>Takes over another tensor's handle and its place in its scope; the other one is left empty.</summary>
        private protected Tensor(Tensor replaced)
        {
            handle = replaced.Handle;
            replaced.guard?.Disarm();
            replaced.handle = 0;
            guard = null;
            if (replaced.Scope is DisposeScope scope)
            {
                scope.Release(replaced);
                scope.Add(this);
            }
            else
            {
                GuardAgainstLoss();
            }
        }

        /// <summary>Tensors alive in the process.</summary>
        public static long TotalCount => Interlocked.Read(ref totalCount);

        /// <summary>The highest <see cref="TotalCount"/> so far.</summary>
        public static long PeakCount => Interlocked.Read(ref peakCount);

        /// <summary>The native tensor.</summary>
        /// <exception cref="InvalidOperationException">The tensor was disposed.</exception>
        public nint Handle => handle != 0 ? handle : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        public bool IsInvalid => handle == 0;

        internal static Tensor Invalid => new();

        public string? name { get; set; }

        internal DisposeScope? Scope { get; set; }

        internal int ScopeSlot { get; set; }

        /// <summary>Wraps a native tensor, whose reference the new object owns.</summary>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>Gives the native reference to the caller and leaves this tensor empty.</summary>
        public nint DecoupleFromNativeHandle()
        {
            var given = Handle;
            guard?.Disarm();
            Scope?.Release(this);
            handle = 0;
            Interlocked.Decrement(ref totalCount);
            return given;
        }

        public Tensor MoveToOuterDisposeScope()
        {
            Scope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.Scope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (Scope is null)
            {
                other?.Attach(this);
            }
            else
            {
                Scope.MoveToOther(other, this);
            }

            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            Scope?.Detach(this);
            return this;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var freed = Interlocked.Exchange(ref handle, 0);
            if (freed == 0)
            {
                return;
            }

            var statistics = DisposeScopeManager.OfThread.Tensors;
            if (Scope is DisposeScope scope)
            {
                statistics.DisposedInScopeCount++;
                scope.Release(this);
            }
            else
            {
                statistics.DisposedOutsideScopeCount++;
            }

            guard?.Disarm();
            Interlocked.Decrement(ref totalCount);
            Native.gannet_tensor_free(freed);
        }

        /// <summary>Lets the garbage collector free the tensor, as nothing else will now that it has no scope.</summary>
        internal void GuardAgainstLoss()
        {
            if (guard is null)
            {
                guard = new LossGuard(handle);
            }
            else
            {
                guard.Arm(handle);
            }
        }

        /// <summary>Takes the tensor from the garbage collector's care: a scope has it, and each tensor has one who frees it.</summary>
        internal void TrustOwner() => guard?.Disarm();

        private static void CountOne()
        {
            var now = Interlocked.Increment(ref totalCount);
            if (now > peakCount)
            {
                peakCount = now;
            }
        }

        // A finalizer costs several times a small tensor's allocation, and a tensor in a scope needs none: so it sits in an
        // object of its own, made only for tensors outside a scope.
        private sealed class LossGuard(nint handle)
        {
            private nint handle = handle;

            ~LossGuard()
            {
                var lost = Interlocked.Exchange(ref handle, 0);
                if (lost != 0)
                {
                    Interlocked.Decrement(ref totalCount);
                    Native.gannet_tensor_free(lost);
                }
            }

            public void Disarm()
            {
                handle = 0;
                GC.SuppressFinalize(this);
            }

            public void Arm(nint armed)
            {
                if (handle == 0)
                {
                    handle = armed;
                    GC.ReRegisterForFinalize(this);
                }
            }
        }
    }
}
