namespace HandoffBot.Domain.Leads;

/// <summary>What was found in a list: columns, counts and numbers of rows; none of what stands in them.</summary>
/// <param name="Written">How it is written: <c>XLSX</c>, or the name of its encoding.</param>
/// <param name="Columns">That have a title.</param>
/// <param name="Known">Those that are understood, by their titles.</param>
/// <param name="Kept">Those that are kept beside the lead as they are.</param>
/// <param name="Rows">With something in them, the titles not counted.</param>
/// <param name="WrongRows">That cannot become leads.</param>
/// <param name="Wrong">The first of those.</param>
/// <param name="Repeats">Of the others, those whose contact is known already or stands in the list before.</param>
internal sealed record ListReading(
    string Written,
    int Columns,
    IReadOnlyList<ListColumn> Known,
    int Kept,
    int Rows,
    int WrongRows,
    IReadOnlyList<WrongRow> Wrong,
    int Repeats
);

/// <summary>A column that is understood.</summary>
internal sealed record ListColumn(ListField Field, string Title);

/// <summary>A row that cannot become a lead.</summary>
/// <param name="Row">As a spreadsheet counts, the titles included.</param>
internal sealed record WrongRow(int Row, ListFlaw Flaw);

/// <summary>What a column of a list can be.</summary>
internal enum ListField
{
    Phone,
    Email,
    Messenger,
    Name,
    Message,
    Product,
    City,
    Campaign,
    ExternalId,
}

/// <summary>Why a row cannot become a lead.</summary>
internal enum ListFlaw
{
    /// <summary>Neither phone nor e-mail nor messenger.</summary>
    NoContact,

    /// <summary>Its phone has too few digits, and there is nothing else.</summary>
    ShortPhone,

    /// <summary>Its e-mail is none, and there is nothing else.</summary>
    WrongEmail,

    /// <summary>A spreadsheet has rounded the number: <c>7.9E+10</c>.</summary>
    RoundedPhone,

    /// <summary>The id cannot be kept: too long, or of several lines.</summary>
    WrongId,

    /// <summary>A row before has the same id.</summary>
    SameId,

    /// <summary>More cells than there are titles: a separator stands in a text.</summary>
    TooManyCells,
}
