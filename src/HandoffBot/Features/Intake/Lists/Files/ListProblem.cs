namespace HandoffBot.Features.Intake.Lists.Files;

/// <summary>Why a file is no list that can be read.</summary>
internal enum ListProblem
{
    Empty,
    OnlyTitles,

    /// <summary>The first row names no columns: it is a customer already.</summary>
    NoTitles,

    /// <summary>No column is a phone, an e-mail or a messenger.</summary>
    NoContactColumn,

    /// <summary>A picture, a program, anything but a table.</summary>
    NoTable,

    /// <summary>A spreadsheet of an older kind, or one behind a password.</summary>
    OldFormat,

    /// <summary>A spreadsheet whose parts do not fit.</summary>
    Damaged,

    /// <summary>Unpacked it is larger than any list.</summary>
    Inflated,

    /// <summary>A quotation mark is opened and never closed.</summary>
    OpenQuote,
    TooManyRows,
}

/// <summary>A file that somebody sent cannot be read as a list; caught where it was opened.</summary>
/// <param name="row">Where, as a spreadsheet counts; 0: nowhere in particular.</param>
internal sealed class UnreadableListException(ListProblem problem, int row = 0)
    : Exception($"{problem} at row {row.ToString(CultureInfo.InvariantCulture)}.")
{
    public ListProblem Problem => problem;

    public int Row => row;
}
