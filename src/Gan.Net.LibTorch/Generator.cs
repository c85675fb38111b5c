using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// A source of random numbers with its own state. As in TorchSharp, the device is remembered but the generator always
    /// draws on the CPU. Not thread-safe.
    /// </summary>
    public unsafe class Generator : IDisposable
    {
        private nint handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            nint created;
            Native.Check(Native.gannet_generator_new(seed, &created));
            handle = created;
            this.device = device ?? CPU;
        }

        private Generator(nint handle)
        {
            this.handle = handle;
            device = CPU;
        }

        ~Generator() => Dispose(false);

        /// <summary>libtorch's global CPU generator.</summary>
        public static Generator Default
        {
            get
            {
                nint shared;
                Native.Check(Native.gannet_generator_default(&shared));
                return new Generator(shared);
            }
        }

        public Device device { get; }

        public nint Handle => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Generator));

        /// <summary>The whole state, a byte tensor for <see cref="set_state"/>.</summary>
        public Tensor get_state()
        {
            nint state;
            Native.Check(Native.gannet_generator_get_state(Handle, &state));
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            Native.Check(Native.gannet_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        public Generator manual_seed(long seed)
        {
            Native.Check(Native.gannet_generator_manual_seed(Handle, (ulong)seed));
            return this;
        }

        /// <summary>Seeds the generator unpredictably and returns the seed.</summary>
        public long seed()
        {
            ulong seed;
            Native.Check(Native.gannet_generator_seed(Handle, &seed));
            return (long)seed;
        }

        public long initial_seed()
        {
            ulong seed;
            Native.Check(Native.gannet_generator_initial_seed(Handle, &seed));
            return (long)seed;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var old = Interlocked.Exchange(ref handle, 0);
            if (old != 0)
            {
                Native.gannet_generator_free(old);
            }
        }
    }

    /// <summary>Seeds the global generators of every device.</summary>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long seed() => random.seed();

    public static long initial_seed() => random.initial_seed();

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    public static class random
    {
        public static Generator manual_seed(long seed)
        {
            Native.Check(Native.gannet_cuda_manual_seed((ulong)seed, 1));
            return Generator.Default.manual_seed(seed);
        }

        public static long seed()
        {
            using var shared = Generator.Default;
            return shared.seed();
        }

        public static long initial_seed()
        {
            using var shared = Generator.Default;
            return shared.initial_seed();
        }

        public static Tensor get_rng_state()
        {
            using var shared = Generator.Default;
            return shared.get_state();
        }

        public static void set_rng_state(Tensor new_state)
        {
            using var shared = Generator.Default;
            shared.set_state(new_state);
        }
    }
}
