using HandoffBot.Chat;
using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Team;

/// <summary>What a chat may be chosen for. The numbers travel in buttons.</summary>
internal enum ChatPurpose
{
    None = 0,
    Sales = 1,
    Marketing = 2,
}

internal static class ChatPurposes
{
    public static ChatKind Kind(this ChatPurpose purpose) =>
        purpose is ChatPurpose.Sales ? ChatKind.Sales : ChatKind.Marketing;

    public static Button Button(this ChatPurpose purpose, string label, long chat, int thread) =>
        Chat.Button.Of(label, ChoosePurpose.Verb, chat, thread, (long)purpose);
}
