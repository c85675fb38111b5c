namespace Gan.Net.Features;

/// <summary>
/// The 94 units of Inception v3 (Szegedy et al. 2016) as its FID weights name them, in the order of computation. All have no bias and a
/// batch norm with an epsilon of 0.001.
/// </summary>
internal static class InceptionUnits
{
    public static IReadOnlyList<InceptionUnit> All { get; } =
    [
        Unit("Conv2d_1a_3x3", 3, 32, stride: 2, kernel: (3, 3)),
        Unit("Conv2d_2a_3x3", 32, 32, kernel: (3, 3)),
        Unit("Conv2d_2b_3x3", 32, 64, kernel: (3, 3), padding: (1, 1)),
        Unit("Conv2d_3b_1x1", 64, 80),
        Unit("Conv2d_4a_3x3", 80, 192, kernel: (3, 3)),
        .. A("Mixed_5b", 192, 32), .. A("Mixed_5c", 256, 64), .. A("Mixed_5d", 288, 64),
        .. B("Mixed_6a", 288),
        .. C("Mixed_6b", 128), .. C("Mixed_6c", 160), .. C("Mixed_6d", 160), .. C("Mixed_6e", 192),
        .. D("Mixed_7a"),
        .. E("Mixed_7b", 1280), .. E("Mixed_7c", 2048),
    ];

    private static InceptionUnit[] A(string block, long inputs, long pooled) =>
    [
        Unit($"{block}.branch1x1", inputs, 64),
        Unit($"{block}.branch5x5_1", inputs, 48),
        Unit($"{block}.branch5x5_2", 48, 64, kernel: (5, 5), padding: (2, 2)),
        Unit($"{block}.branch3x3dbl_1", inputs, 64),
        Unit($"{block}.branch3x3dbl_2", 64, 96, kernel: (3, 3), padding: (1, 1)),
        Unit($"{block}.branch3x3dbl_3", 96, 96, kernel: (3, 3), padding: (1, 1)),
        Unit($"{block}.branch_pool", inputs, pooled),
    ];

    private static InceptionUnit[] B(string block, long inputs) =>
    [
        Unit($"{block}.branch3x3", inputs, 384, kernel: (3, 3), stride: 2),
        Unit($"{block}.branch3x3dbl_1", inputs, 64),
        Unit($"{block}.branch3x3dbl_2", 64, 96, kernel: (3, 3), padding: (1, 1)),
        Unit($"{block}.branch3x3dbl_3", 96, 96, kernel: (3, 3), stride: 2),
    ];

    private static InceptionUnit[] C(string block, long width) =>
    [
        Unit($"{block}.branch1x1", 768, 192),
        Unit($"{block}.branch7x7_1", 768, width),
        Unit($"{block}.branch7x7_2", width, width, kernel: (1, 7), padding: (0, 3)),
        Unit($"{block}.branch7x7_3", width, 192, kernel: (7, 1), padding: (3, 0)),
        Unit($"{block}.branch7x7dbl_1", 768, width),
        Unit($"{block}.branch7x7dbl_2", width, width, kernel: (7, 1), padding: (3, 0)),
        Unit($"{block}.branch7x7dbl_3", width, width, kernel: (1, 7), padding: (0, 3)),
        Unit($"{block}.branch7x7dbl_4", width, width, kernel: (7, 1), padding: (3, 0)),
        Unit($"{block}.branch7x7dbl_5", width, 192, kernel: (1, 7), padding: (0, 3)),
        Unit($"{block}.branch_pool", 768, 192),
    ];

    private static InceptionUnit[] D(string block) =>
    [
        Unit($"{block}.branch3x3_1", 768, 192),
        Unit($"{block}.branch3x3_2", 192, 320, kernel: (3, 3), stride: 2),
        Unit($"{block}.branch7x7x3_1", 768, 192),
        Unit($"{block}.branch7x7x3_2", 192, 192, kernel: (1, 7), padding: (0, 3)),
        Unit($"{block}.branch7x7x3_3", 192, 192, kernel: (7, 1), padding: (3, 0)),
        Unit($"{block}.branch7x7x3_4", 192, 192, kernel: (3, 3), stride: 2),
    ];

    private static InceptionUnit[] E(string block, long inputs) =>
    [
        Unit($"{block}.branch1x1", inputs, 320),
        Unit($"{block}.branch3x3_1", inputs, 384),
        Unit($"{block}.branch3x3_2a", 384, 384, kernel: (1, 3), padding: (0, 1)),
        Unit($"{block}.branch3x3_2b", 384, 384, kernel: (3, 1), padding: (1, 0)),
        Unit($"{block}.branch3x3dbl_1", inputs, 448),
        Unit($"{block}.branch3x3dbl_2", 448, 384, kernel: (3, 3), padding: (1, 1)),
        Unit($"{block}.branch3x3dbl_3a", 384, 384, kernel: (1, 3), padding: (0, 1)),
        Unit($"{block}.branch3x3dbl_3b", 384, 384, kernel: (3, 1), padding: (1, 0)),
        Unit($"{block}.branch_pool", inputs, 192),
    ];

    private static InceptionUnit Unit(
        string name, long inputs, long outputs, (long Height, long Width)? kernel = null, long stride = 1, (long Rows, long Columns) padding = default) => new()
    {
        Name = name,
        Shape = [outputs, inputs, kernel?.Height ?? 1, kernel?.Width ?? 1],
        Stride = stride,
        Padding = [padding.Rows, padding.Columns],
    };
}
