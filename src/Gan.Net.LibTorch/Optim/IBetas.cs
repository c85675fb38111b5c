namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Has the two decay rates of Adam, of which some schedulers steer the first as they would a momentum.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
