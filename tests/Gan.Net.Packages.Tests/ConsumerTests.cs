using Gan.Net.Packages.Tests.Support;

namespace Gan.Net.Packages.Tests;

/// <summary>What another project gets: packages that restore, compile, train and run.</summary>
public sealed class ConsumerTests(PackedRepository repository) : IClassFixture<PackedRepository>
{
    [Fact]
    public void Pack_Repository_MakesEveryPackageWithSymbols()
    {
        string[] names =
        [
            "Gan.Net", "Gan.Net.Cli", "Gan.Net.Data", "Gan.Net.Dcgan", "Gan.Net.Evaluation", "Gan.Net.Features", "Gan.Net.Imaging", "Gan.Net.Mlp", "Gan.Net.Monitoring",
            "Gan.Net.Reporting", "Gan.Net.Testing",
        ];
        var expected = names.SelectMany(name => new[] { $"{name}.{Built.Version}.nupkg", $"{name}.{Built.Version}.snupkg" });

        Assert.Equal(expected.Order(StringComparer.Ordinal), Directory.EnumerateFiles(repository.Packages).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FreshProject_SubclassingTheTrainer_TrainsFromPackagesAlone()
    {
        var folder = repository.NewProjectFolder("consumer");
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Gan.Net.Mlp" Version="{Built.Version}" />
                <PackageReference Include="Gan.Net.Data" Version="{Built.Version}" />
                <PackageReference Include="libtorch-cpu-linux-x64" Version="2.10.0" />
              </ItemGroup>
            </Project>
            """);
        File.Copy(RepositoryFiles.At("tests", "Gan.Net.Packages.Tests", "Consumer", "Program.cs"), Path.Combine(folder, "Program.cs"));

        Shell.Succeed(folder, "dotnet", "build", "--configuration", "Release", "--output", "out");
        var output = Shell.Succeed(folder, "dotnet", Path.Combine("out", "Consumer.dll"));

        Assert.Contains("trained 100 steps, 12 numbers, all finite: True", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tool_InstalledFromItsPackage_Starts()
    {
        var folder = repository.NewProjectFolder("tool");

        Shell.Succeed(folder, "dotnet", "tool", "install", "Gan.Net.Cli", "--version", Built.Version, "--tool-path", "bin");
        var output = Shell.Succeed(folder, Path.Combine(folder, "bin", "gan-net"), "doctor");

        Assert.Contains("TorchSharp 0.107.0", output, StringComparison.Ordinal);
    }
}
