using HandoffBot.Chat;
using HandoffBot.Observability;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace HandoffBot.Telegram;

/// <summary>Carries one message to Telegram, and once more for each part of it that Telegram would not take.</summary>
internal sealed partial class Telegraph(ITelegramBotClient bot, HandoffMetrics metrics, ILogger logger)
{
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    public Task<SendOutcome> SendAsync(ChatAddress to, ChatMessage message, CancellationToken cancellationToken) =>
        MendingAsync(
            Call.Send,
            to.ToString(),
            message,
            draft =>
                draft.Message.Picture is { } picture
                    ? SendPictureAsync(to, draft, picture, cancellationToken)
                    : SendTextAsync(to, draft, cancellationToken),
            cancellationToken
        );

    public Task<SendOutcome> EditAsync(MessageRef standing, ChatMessage message, CancellationToken cancellationToken) =>
        MendingAsync(
            Call.Edit,
            FormattableString.Invariant($"{standing.ChatId}, message {standing.MessageId}"),
            message,
            draft => EditDraftAsync(standing, draft, cancellationToken),
            cancellationToken
        );

    private async Task<SendOutcome> MendingAsync(
        Call call,
        string place,
        ChatMessage message,
        Func<Draft, Task<SendOutcome>> ask,
        CancellationToken cancellationToken
    )
    {
        var draft = new Draft(message);
        while (true)
        {
            var refusal = await Attempt.RunAsync(call, () => ask(draft), cancellationToken);
            if (draft.Mended(refusal.Mend) is not { } mended)
            {
                return refusal.Outcome;
            }

            Log.Mended(logger, call, place, refusal.Mend);
            metrics.Mended(refusal.Mend.ToString());
            draft = mended;
        }
    }

    private async Task<SendOutcome> SendTextAsync(ChatAddress to, Draft draft, CancellationToken cancellationToken)
    {
        var sent = await bot.SendMessage(
            to.ChatId,
            draft.Text,
            draft.ParseMode,
            draft.Reply,
            Markup.Of(draft.Message),
            NoPreview,
            ThreadOf(to),
            disableNotification: draft.Message.Silent,
            cancellationToken: cancellationToken
        );
        return new SendOutcome.Sent(sent.Id);
    }

    private async Task<SendOutcome> SendPictureAsync(
        ChatAddress to,
        Draft draft,
        Picture picture,
        CancellationToken cancellationToken
    )
    {
        using var png = new MemoryStream(picture.Png, writable: false);
        var sent = await bot.SendPhoto(
            to.ChatId,
            picture.FileId is { } known ? InputFile.FromFileId(known) : InputFile.FromStream(png, SafeName(picture)),
            draft.Text,
            draft.ParseMode,
            draft.Reply,
            Markup.Of(draft.Message),
            ThreadOf(to),
            disableNotification: draft.Message.Silent,
            cancellationToken: cancellationToken
        );
        return new SendOutcome.Sent(sent.Id, sent.Photo?.LastOrDefault()?.FileId);
    }

    private async Task<SendOutcome> EditDraftAsync(
        MessageRef standing,
        Draft draft,
        CancellationToken cancellationToken
    )
    {
        // Without a keyboard Telegram takes the standing one away, so it always goes along.
        var keyboard = Markup.Keyboard(draft.Message);
        if (draft.Message.Picture is null)
        {
            await bot.EditMessageText(
                standing.ChatId,
                standing.MessageId,
                draft.Text,
                draft.ParseMode,
                keyboard,
                NoPreview,
                cancellationToken: cancellationToken
            );
        }
        else
        {
            await bot.EditMessageCaption(
                standing.ChatId,
                standing.MessageId,
                draft.Text,
                draft.ParseMode,
                keyboard,
                cancellationToken: cancellationToken
            );
        }

        return new SendOutcome.Sent(standing.MessageId);
    }

    /// <summary>General is a topic without a number: named as 1 or 0 it is "not found".</summary>
    private static int? ThreadOf(ChatAddress to) => to.ThreadId == 0 ? null : to.ThreadId;

    /// <summary>A quote in the name would break the multipart header.</summary>
    private static string SafeName(Picture picture) =>
        string.Concat(picture.FileName.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Telegram refused a {Call} in chat {Place}; trying it {Mend}.")]
        public static partial void Mended(ILogger logger, Call call, string place, Mend mend);
    }
}
