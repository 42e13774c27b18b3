namespace HandoffBot.Chat;

/// <summary>The messenger, as features and the outbox see it.</summary>
internal interface IChat
{
    Task<SendOutcome> SendAsync(ChatAddress to, ChatMessage message, CancellationToken cancellationToken);

    /// <summary>Makes a standing message look like <paramref name="message"/>, buttons included.</summary>
    Task<SendOutcome> EditAsync(MessageRef standing, ChatMessage message, CancellationToken cancellationToken);

    /// <summary>Takes the buttons from under a standing message; its text stays.</summary>
    Task<SendOutcome> TakeButtonsAsync(MessageRef standing, CancellationToken cancellationToken);

    Task<SendOutcome> DeleteAsync(MessageRef standing, CancellationToken cancellationToken);

    /// <summary>Pins without ringing anybody.</summary>
    Task<SendOutcome> PinAsync(MessageRef standing, CancellationToken cancellationToken);

    Task<SendOutcome> UnpinAsync(MessageRef standing, CancellationToken cancellationToken);

    Task<SendOutcome> ReactAsync(MessageRef standing, string emoji, CancellationToken cancellationToken);

    Task<SendOutcome> AnswerPressAsync(string pressId, PressAnswer answer, CancellationToken cancellationToken);

    Task<SendOutcome> LeaveAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>Writes what a file holds that somebody sent, all of it or a part before the answer is other than Sent. The messenger gives out 20 MB at most.</summary>
    Task<SendOutcome> FetchAsync(string fileId, Stream into, CancellationToken cancellationToken);

    /// <summary>What the bot may do in a chat; null where Telegram did not tell.</summary>
    Task<BotRights?> RightsAsync(long chatId, CancellationToken cancellationToken);

    /// <summary>Whether a person is an admin of a group, or made it; null where Telegram did not tell.</summary>
    Task<bool?> IsAdminAsync(long chatId, long person, CancellationToken cancellationToken);

    /// <summary>The commands a chat offers while a person types, per language (two letters, empty: all others).</summary>
    Task<SendOutcome> OfferCommandsAsync(
        CommandScope scope,
        string language,
        IReadOnlyList<OfferedCommand> commands,
        CancellationToken cancellationToken
    );

    /// <summary>Asks Telegram who the bot is.</summary>
    Task<Meeting> MeetAsync(CancellationToken cancellationToken);
}
