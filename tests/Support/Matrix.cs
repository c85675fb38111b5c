namespace Gan.Net.TestSupport;

/// <summary>Theories over every pair of two lists.</summary>
internal static class Matrix
{
    public static TheoryData<TRow, TColumn> Of<TRow, TColumn>(IEnumerable<TRow> rows, IReadOnlyList<TColumn> columns)
    {
        var data = new TheoryData<TRow, TColumn>();
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                data.Add(row, column);
            }
        }

        return data;
    }
}
