Console.WriteLine("trained 100 steps");
