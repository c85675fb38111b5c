using System.Text.Json;

namespace Gan.Net.Imaging.Tests.Support;

/// <summary>What tools/reference/picture_files.py wrote: files of Pillow's, and the pixels it reads from them.</summary>
internal static class PictureFixtures
{
    public static JsonElement Root { get; } = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Fixture("picture_files.json"))).RootElement;

    public static IEnumerable<JsonElement> Pictures => Root.GetProperty("pictures").EnumerateArray();

    public static TheoryData<string> Names(string set) => new(Root.GetProperty(set).EnumerateArray().Select(item => item.GetProperty("name").GetString()!));

    public static JsonElement Find(string set, string name) =>
        Root.GetProperty(set).EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);

    public static byte[] FileOf(string name) => Bytes(Find("pictures", name), "file");

    public static byte[] Bytes(JsonElement item, string property) => item.GetProperty(property).GetBytesFromBase64();

    public static int Number(JsonElement item, string property) => item.GetProperty(property).GetInt32();
}
