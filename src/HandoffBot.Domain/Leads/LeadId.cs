namespace HandoffBot.Domain.Leads;

/// <summary>A lead's number, shown as <c>L-1042</c>.</summary>
internal readonly record struct LeadId(long Value)
{
    /// <summary>Reads <c>L-1042</c>, <c>l1042</c> or <c>1042</c>; null for anything else.</summary>
    public static LeadId? Parse(string text)
    {
        var digits = text.Trim().TrimStart('L', 'l').TrimStart('-', '\u2011');
        var isNumber = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return isNumber && number > 0 ? new LeadId(number) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"L-{Value}");
}
