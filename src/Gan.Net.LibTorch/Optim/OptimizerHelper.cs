using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>The part that optimizers with groups and per-parameter state share.</summary>
public abstract class OptimizerHelper : Optimizer
{
    protected OptimizerOptions _defaults = null!;
    protected OrderedDict<nint, OptimizerState> _state = [];

    public OptimizerHelper()
        : base(0)
    {
    }

    /// <summary>Changes one parameter.</summary>
    private protected delegate void Rule(OptimizerOptions options, OptimizerState state, Parameter parameter, Tensor gradient);

    /// <summary>The live options and states: to keep them, load them into another optimizer.</summary>
    public virtual StateDictionary state_dict()
    {
        var dictionary = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            var positions = new List<int>();
            foreach (var parameter in group.Parameters)
            {
                positions.Add(dictionary.State.Count);
                dictionary.State.Add(_state[parameter.Handle]);
            }

            dictionary.Options.Add(group.Options);
            dictionary.StateIndexRef.Add(positions);
        }

        return dictionary;
    }

    /// <summary>Copies another optimizer's options and state, by position.</summary>
    /// <exception cref="ArgumentException">The numbers of groups or of parameters differ.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        Match("parameter groups", own.Options.Count, state_dict.Options.Count);
        Match("states", own.State.Count, state_dict.State.Count);
        for (var i = 0; i < own.Options.Count; i++)
        {
            own.Options[i].LoadStateDict(state_dict.Options[i]);
        }

        for (var i = 0; i < own.State.Count; i++)
        {
            if (!ReferenceEquals(own.State[i], state_dict.State[i]))
            {
                own.State[i].LoadStateDict(state_dict.State[i]);
            }
        }
    }

    /// <summary>Moves the state to a device.</summary>
    public void to(Device device)
    {
        foreach (var (_, state) in _state)
        {
            state.to(device);
        }
    }

    /// <summary>Calls <paramref name="body"/> for each group with gradients off, in a scope of its own.</summary>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null)
        where T : ParamGroup
    {
        var loss = Evaluate(loss_closure);
        using var off = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups)
        {
            body((T)group);
        }

        return loss;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var (_, state) in _state)
            {
                (state as IDisposable)?.Dispose();
            }

            _state.Clear();
        }

        base.Dispose(disposing);
    }

    /// <summary>Applies the rule to every parameter that has a gradient. A rule disposes the tensors it makes.</summary>
    private protected Tensor? StepEach(Rule rule, Func<Tensor>? closure)
    {
        var loss = Evaluate(closure);
        using var off = no_grad();
        foreach (var group in _parameter_groups)
        {
            foreach (var parameter in group.Parameters)
            {
                using var gradient = parameter.grad;
                if (gradient is not null)
                {
                    rule(group.Options, _state[parameter.Handle], parameter, gradient);
                }
            }
        }

        return loss;
    }

    /// <summary>Adds a group with its options completed and a state for each parameter.</summary>
    private protected void Add(ParamGroup group, OptimizerOptions options, Func<Parameter, OptimizerState> newState)
    {
        options.Complete(_defaults);
        options.InitialLearningRate = options.LearningRate!.Value;
        group.Options = options;
        group.Parameters = group.Parameters as IReadOnlyCollection<Parameter> ?? group.Parameters.ToArray();
        _parameter_groups.Add(group);
        foreach (var parameter in group.Parameters)
        {
            var state = newState(parameter);
            state.Initialize(options);
            _state[parameter.Handle] = state;
        }
    }

    private protected static void Require(bool met, string option, double value)
    {
        if (!met)
        {
            throw new ArgumentException($"Invalid {option}: {value}");
        }
    }

    private static Tensor? Evaluate(Func<Tensor>? closure)
    {
        if (closure is null)
        {
            return null;
        }

        using var on = enable_grad();
        return closure();
    }

    private static void Match(string what, int own, int given)
    {
        if (own != given)
        {
            throw new ArgumentException($"The optimizer has {own} {what}, the given state {given}. Load the state of one built like it.");
        }
    }
}
