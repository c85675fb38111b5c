return Gan.Net.Cli.CommandLine.Tool.Run(args);
