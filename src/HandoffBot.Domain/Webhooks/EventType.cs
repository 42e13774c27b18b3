using System.Text;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Domain.Webhooks;

/// <summary>How an event of a lead is called outside: <c>LeadClaimed</c> is <c>lead.claimed</c>, <c>ContactReached</c> is <c>lead.contact_reached</c>.</summary>
internal static class EventType
{
    /// <summary>What a test is called.</summary>
    public const string Test = "webhook.test";

    private const string Group = "lead.";

    /// <param name="kind">As in the lead's history: the name of a <see cref="LeadEvent"/>.</param>
    public static string Of(string kind)
    {
        var bare = kind.StartsWith(nameof(Lead), StringComparison.Ordinal) ? kind[nameof(Lead).Length..] : kind;
        var name = new StringBuilder(Group);
        foreach (var letter in bare)
        {
            if (char.IsUpper(letter) && name[^1] != '.')
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
