namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What a scheduler steers: the learning rate of one group of parameters.</summary>
        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            /// <summary>The rate the group began with.</summary>
            double InitialLearningRate { get; set; }
        }
    }
}
