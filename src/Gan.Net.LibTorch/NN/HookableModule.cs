namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose <c>call</c> can be watched and altered by functions that run before and after <c>forward</c>.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            protected Dictionary<string, TPreHook> pre_hooks = [];
            protected Dictionary<string, TPostHook> post_hooks = [];
            protected Dictionary<string, Action<Module>> module_pre_hooks = [];
            protected Dictionary<string, Action<Module>> module_post_hooks = [];

            private long hooksEver;

            protected HookableModule(string name)
                : base(name)
            {
            }

            private protected bool HasPreHooks => pre_hooks.Count + module_pre_hooks.Count > 0;

            private protected bool HasPostHooks => post_hooks.Count + module_post_hooks.Count > 0;

            public HookRemover register_forward_hook(TPostHook hook) => Register(post_hooks, hook);

            public HookRemover register_forward_hook(Action<Module> hook) => Register(module_post_hooks, hook);

            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(pre_hooks, hook);

            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(module_pre_hooks, hook);

            private HookRemover Register<THook>(Dictionary<string, THook> hooks, THook hook)
            {
                var key = $"{hooksEver++}";
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            /// <summary>Takes one hook away again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> module;
                private readonly string key;

                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
                {
                    this.module = module;
                    this.key = key;
                }

                public void remove()
                {
                    module.pre_hooks.Remove(key);
                    module.post_hooks.Remove(key);
                    module.module_pre_hooks.Remove(key);
                    module.module_post_hooks.Remove(key);
                }
            }
        }
    }
}
