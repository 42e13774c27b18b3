using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Persistence;

/// <summary>By what an inquiry, and whoever asks, is told from others; looked up for all of a batch at once.</summary>
/// <param name="Key">Null: nobody else can have it.</param>
/// <param name="Contact">Phone, mailbox, account; those that prove something.</param>
internal sealed record Likeness(
    TeamId Team,
    long SourceId,
    InquiryKey KeyKind,
    string? Key,
    IReadOnlyList<string> Contact
)
{
    /// <summary>What nobody else can decide about while it is locked.</summary>
    public IEnumerable<string> Locks => Contact.Select(key => $"{Team}:{key}");
}
