using Gan.Net.Packages.Tests.Support;

namespace Gan.Net.Packages.Tests;

/// <summary>What another project gets: packages that restore, compile, train and run.</summary>
public sealed class ConsumerTests(PackedRepository repository) : IClassFixture<PackedRepository>
{
    [PackagesFact]
    public void Pack_Repository_MakesEveryPackageWithSymbols()
    {
        string[] names = ["Gan.Net", "Gan.Net.Cli", "Gan.Net.Data", "Gan.Net.Dcgan", "Gan.Net.Evaluation", "Gan.Net.Mlp", "Gan.Net.Reporting", "Gan.Net.Testing"];
        var expected = names.Concat(BuildFacts.IsLibTorch ? ["Gan.Net.LibTorch"] : Array.Empty<string>())
            .SelectMany(name => new[] { $"{name}.{BuildFacts.PackageVersion}.nupkg", $"{name}.{BuildFacts.PackageVersion}.snupkg" });

        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.EnumerateFiles(repository.Packages).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [PackagesFact]
    public void FreshProject_SubclassingTheTrainer_TrainsFromPackagesAlone()
    {
        var folder = repository.NewProjectFolder("consumer");
        var program = BuildFacts.IsLibTorch ? "" : $"""<PackageReference Include="TorchSharp-{(BuildFacts.TorchDevice == "cuda" ? "cuda-linux" : "cpu")}" Version="0.107.0" />""";
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Gan.Net.Mlp" Version="{BuildFacts.PackageVersion}" />
                <PackageReference Include="Gan.Net.Data" Version="{BuildFacts.PackageVersion}" />
                {program}
              </ItemGroup>
            </Project>
            """);
        File.Copy(RepositoryFiles.At("tests", "Gan.Net.Packages.Tests", "Consumer", "Program.cs"), Path.Combine(folder, "Program.cs"));

        Shell.Succeed(folder, "dotnet", "build", "--configuration", "Release", "--output", "out");
        var output = Shell.Succeed(folder, "dotnet", Path.Combine("out", "Consumer.dll"));

        Assert.Contains("trained 100 steps, 12 numbers, all finite: True", output, StringComparison.Ordinal);
    }

    [PackagesFact]
    public void Tool_InstalledFromItsPackage_Starts()
    {
        var folder = repository.NewProjectFolder("tool");

        Shell.Succeed(folder, "dotnet", "tool", "install", "Gan.Net.Cli", "--version", BuildFacts.PackageVersion, "--tool-path", "bin");
        var output = Shell.Succeed(folder, Path.Combine(folder, "bin", "gan-net"), "doctor");

        Assert.Contains(BuildFacts.TorchBackend, output, StringComparison.Ordinal);
    }
}
