using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Resources;

namespace HandoffBot.Forgetting;

/// <summary>What stands in the place of every message about a lead whose contact was forgotten.</summary>
internal static class ForgottenText
{
    public static ChatMessage Of(LeadId lead, Wording words) =>
        ChatMessage.Of(words.Say("Forgetting.Stub", lead.ToString()));
}
