namespace HandoffBot.Features.Intake;

/// <summary>Which fields of a post are wrong, and how they would be right; by the field's name as it is sent.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> found = [];

    public bool Any => found.Count > 0;

    public IReadOnlyDictionary<string, string[]> Found => found;

    public bool Has(string field) => found.ContainsKey(field);

    public void Add(string field, string what) =>
        found[field] = found.TryGetValue(field, out var before) ? [.. before, what] : [what];
}
