namespace HandoffBot.Features.Intake;

/// <summary>Reads a post of a site's form. Its address is public, so only what a visitor types is read.</summary>
internal static class FormLeadPost
{
    /// <summary>A field people do not see; whoever fills it in is a machine.</summary>
    public const string Honeypot = "website";

    private static readonly string[] Marks = ["source", "medium", "campaign", "content", "term"];

    /// <param name="origin">The site it was posted from, where the browser told.</param>
    public static LeadPost Read(IFormCollection form, string? origin) =>
        new()
        {
            Name = form["name"],
            Phone = form["phone"],
            Email = form["email"],
            Messenger = form["messenger"],
            Message = form["message"],
            Product = form["product"],
            City = form["city"],
            Page = form["page"],
            Utm = Marks
                .Select(m => (Mark: m, Value: form[$"utm_{m}"].ToString()))
                .Where(m => m.Value.Length > 0)
                .ToDictionary(m => m.Mark, m => m.Value),
            Extra = new Dictionary<string, string> { ["origin"] = origin ?? "none" },
        };
}
