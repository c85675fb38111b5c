namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose forward pass takes four arguments. <c>call</c> runs the hooks, <c>forward</c> does not.</summary>
        public abstract class Module<T1, T2, T3, T4, TResult>
            : HookableModule<Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, (T1, T2, T3, T4)?>, Func<Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>, IModule<T1, T2, T3, T4, TResult>
        {
            protected Module(string name)
                : base(name)
            {
            }

            public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);

            public TResult call(T1 input1, T2 input2, T3 input3, T4 input4)
            {
                if (HasPreHooks)
                {
                    RunPreHooks(ref input1, ref input2, ref input3, ref input4);
                }

                var result = forward(input1, input2, input3, input4);
                return HasPostHooks ? RunPostHooks(input1, input2, input3, input4, result) : result;
            }

            private void RunPreHooks(ref T1 input1, ref T2 input2, ref T3 input3, ref T4 input4)
            {
                foreach (var hook in module_pre_hooks.Values)
                {
                    hook(this);
                }

                foreach (var hook in pre_hooks.Values)
                {
                    if (hook(this, input1, input2, input3, input4) is var (altered1, altered2, altered3, altered4))
                    {
                        (input1, input2, input3, input4) = (altered1, altered2, altered3, altered4);
                    }
                }
            }

            private TResult RunPostHooks(T1 input1, T2 input2, T3 input3, T4 input4, TResult result)
            {
                foreach (var hook in post_hooks.Values)
                {
                    if (hook(this, input1, input2, input3, input4, result) is TResult altered)
                    {
                        result = altered;
                    }
                }

                foreach (var hook in module_post_hooks.Values)
                {
                    hook(this);
                }

                return result;
            }
        }
    }
}
