namespace HandoffBot.Sandbox.World;

/// <summary>The names of updates the sandbox makes, and which of them arrive without being asked for.</summary>
internal static class UpdateKinds
{
    public const string Message = "message";
    public const string EditedMessage = "edited_message";
    public const string ChannelPost = "channel_post";
    public const string EditedChannelPost = "edited_channel_post";
    public const string CallbackQuery = "callback_query";
    public const string MyChatMember = "my_chat_member";
    public const string ChatMember = "chat_member";
    public const string MessageReaction = "message_reaction";
    public const string MessageReactionCount = "message_reaction_count";

    /// <summary>Those that come only when named in <c>allowed_updates</c>.</summary>
    public static ImmutableHashSet<string> OnRequest { get; } = [ChatMember, MessageReaction, MessageReactionCount];
}
