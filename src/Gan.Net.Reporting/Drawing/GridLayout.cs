using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>Where the samples and titles of a grid are, in pixels. Immutable.</summary>
internal sealed class GridLayout
{
    // A title for cells of this width is drawn at scale 1, for twice the width at scale 2.
    private const int WidthOfTextScale = 128;
    private const int Gap = 3;

    private readonly SampleGridOptions _options;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int _cellWidth;
    private readonly int _cellHeight;
    private readonly int _textScale;
    private readonly int _marginLeft;
    private readonly int _marginTop;

    public GridLayout(SampleGridOptions options, int columns, int rows, int width, int height)
    {
        (_options, _columns, _rows) = (options, columns, rows);
        (_cellWidth, _cellHeight) = checked((width * options.Scale, height * options.Scale));
        _textScale = Math.Max(1, _cellWidth / WidthOfTextScale);
        _marginTop = options.ColumnTitles.Count == 0 ? 0 : (PictureText.Height + Gap) * _textScale;
        _marginLeft = options.RowTitles.Count == 0 ? 0 : options.RowTitles.Max(title => PictureText.Measure(title, _textScale)) + Gap * _textScale;
    }

    public int Width => checked(Left(_columns));

    public int Height => checked(Top(_rows));

    private Colour TextColour => _options.Background < 128 ? new Colour(224, 224, 224) : Colour.Black;

    public int Left(int column) => checked(_marginLeft + _options.Padding + column * (_cellWidth + _options.Padding));

    public int Top(int row) => checked(_marginTop + _options.Padding + row * (_cellHeight + _options.Padding));

    public void DrawTitles(PixelImage image)
    {
        for (var column = 0; column < Math.Min(_columns, _options.ColumnTitles.Count); column++)
        {
            var text = PictureText.Fit(_options.ColumnTitles[column], _cellWidth, _textScale);
            PictureText.Draw(image, text, Left(column) + (_cellWidth - PictureText.Measure(text, _textScale)) / 2, Gap * _textScale, TextColour, _textScale);
        }

        for (var row = 0; row < Math.Min(_rows, _options.RowTitles.Count); row++)
        {
            PictureText.Draw(image, _options.RowTitles[row], Gap * _textScale, Top(row) + (_cellHeight - PictureText.Height * _textScale) / 2, TextColour, _textScale);
        }
    }
}
