using HandoffBot.Chat;
using HandoffBot.Observability;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace HandoffBot.Telegram;

/// <summary>Says to Telegram what features say, and reads its answers.</summary>
internal sealed class TelegramChat(TelegramClients clients, HandoffMetrics metrics, ILogger<TelegramChat> logger)
    : IChat
{
    private const int MaxAnswer = 200;

    private ITelegramBotClient Bot => clients.Calls;

    private Telegraph Telegraph => field ??= new Telegraph(clients.Calls, metrics, logger);

    public Task<SendOutcome> SendAsync(ChatAddress to, ChatMessage message, CancellationToken cancellationToken) =>
        Telegraph.SendAsync(to, message, cancellationToken);

    public Task<SendOutcome> EditAsync(MessageRef standing, ChatMessage message, CancellationToken cancellationToken) =>
        Telegraph.EditAsync(standing, message, cancellationToken);

    public Task<SendOutcome> TakeButtonsAsync(MessageRef standing, CancellationToken cancellationToken) =>
        DoAsync(
            Call.Edit,
            () => Bot.EditMessageReplyMarkup(standing.ChatId, standing.MessageId, cancellationToken: cancellationToken),
            cancellationToken
        );

    public Task<SendOutcome> DeleteAsync(MessageRef standing, CancellationToken cancellationToken) =>
        DoAsync(
            Call.Delete,
            () => Bot.DeleteMessage(standing.ChatId, standing.MessageId, cancellationToken),
            cancellationToken
        );

    public Task<SendOutcome> PinAsync(MessageRef standing, CancellationToken cancellationToken) =>
        DoAsync(
            Call.Pin,
            () =>
                Bot.PinChatMessage(
                    standing.ChatId,
                    standing.MessageId,
                    disableNotification: true,
                    cancellationToken: cancellationToken
                ),
            cancellationToken
        );

    public Task<SendOutcome> UnpinAsync(MessageRef standing, CancellationToken cancellationToken) =>
        DoAsync(
            Call.Pin,
            () => Bot.UnpinChatMessage(standing.ChatId, standing.MessageId, cancellationToken: cancellationToken),
            cancellationToken
        );

    public Task<SendOutcome> ReactAsync(MessageRef standing, string emoji, CancellationToken cancellationToken) =>
        DoAsync(
            Call.React,
            () =>
                Bot.SetMessageReaction(
                    standing.ChatId,
                    standing.MessageId,
                    emoji.Length == 0 ? [] : [new ReactionTypeEmoji { Emoji = emoji }],
                    cancellationToken: cancellationToken
                ),
            cancellationToken
        );

    public Task<SendOutcome> AnswerPressAsync(
        string pressId,
        PressAnswer answer,
        CancellationToken cancellationToken
    ) =>
        DoAsync(
            Call.AnswerPress,
            () =>
                Bot.AnswerCallbackQuery(
                    pressId,
                    answer.Text.Length == 0 ? null : CleanText.Of(answer.Text, MaxAnswer),
                    answer.Alert,
                    cancellationToken: cancellationToken
                ),
            cancellationToken
        );

    public Task<SendOutcome> LeaveAsync(long chatId, CancellationToken cancellationToken) =>
        DoAsync(Call.Other, () => Bot.LeaveChat(chatId, cancellationToken), cancellationToken);

    public Task<SendOutcome> FetchAsync(string fileId, Stream into, CancellationToken cancellationToken) =>
        DoAsync(
            Call.Other,
            async () =>
            {
                var file = await Bot.GetFile(fileId, cancellationToken);
                await Bot.DownloadFile(file.FilePath ?? "", into, cancellationToken);
            },
            cancellationToken
        );

    public async Task<BotRights?> RightsAsync(long chatId, CancellationToken cancellationToken)
    {
        BotRights? rights = null;
        var answer = await DoAsync(
            Call.Other,
            async () =>
            {
                var chat = await Bot.GetChat(chatId, cancellationToken);
                var me = await Bot.GetChatMember(chatId, Bot.BotId, cancellationToken);
                rights = Rights.Of(me, chat.Type);
            },
            cancellationToken
        );
        return answer is SendOutcome.Held { Why: HeldReason.NotAMember } ? Rights.None : rights;
    }

    public async Task<bool?> IsAdminAsync(long chatId, long person, CancellationToken cancellationToken)
    {
        bool? isAdmin = null;
        await DoAsync(
            Call.Other,
            async () => isAdmin = (await Bot.GetChatMember(chatId, person, cancellationToken)).IsAdmin,
            cancellationToken
        );
        return isAdmin;
    }

    public Task<SendOutcome> OfferCommandsAsync(
        CommandScope scope,
        string language,
        IReadOnlyList<OfferedCommand> commands,
        CancellationToken cancellationToken
    ) =>
        DoAsync(
            Call.Other,
            () =>
                Bot.SetMyCommands(
                    commands.Select(c => new BotCommand(c.Name, c.Description)),
                    ScopeOf(scope),
                    language.Length == 0 ? null : language,
                    cancellationToken
                ),
            cancellationToken
        );

    public async Task<Meeting> MeetAsync(CancellationToken cancellationToken)
    {
        BotIdentity? me = null;
        var answer = await DoAsync(
            Call.Other,
            async () => me = Identity.Of(await Bot.GetMe(cancellationToken)),
            cancellationToken
        );
        return new Meeting(me, IsRefused: answer is SendOutcome.Unauthorized);
    }

    private static BotCommandScope ScopeOf(CommandScope scope) =>
        scope switch
        {
            CommandScope.Private => BotCommandScope.AllPrivateChats(),
            CommandScope.Groups => BotCommandScope.AllGroupChats(),
            _ => BotCommandScope.AllChatAdministrators(),
        };

    private static async Task<SendOutcome> DoAsync(Call call, Func<Task> ask, CancellationToken cancellationToken)
    {
        var refusal = await Attempt.RunAsync(
            call,
            async () =>
            {
                await ask();
                return new SendOutcome.Sent();
            },
            cancellationToken
        );
        return refusal.Outcome;
    }
}
