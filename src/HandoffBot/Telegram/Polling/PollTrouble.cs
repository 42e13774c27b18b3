using HandoffBot.Chat;
using Telegram.Bot.Exceptions;

namespace HandoffBot.Telegram.Polling;

internal enum PollTroubleKind
{
    /// <summary>Telegram, or the way there, does not answer.</summary>
    Unreachable,

    /// <summary>Somebody else polls, or has set a webhook.</summary>
    Conflict,

    /// <summary>The token is not accepted.</summary>
    Unauthorized,

    /// <summary>Telegram does not take what the settings say.</summary>
    Refused,
}

/// <summary>Why a poll failed, in words that name the mend, and how long Telegram itself wants to be left alone.</summary>
internal sealed record PollTrouble(PollTroubleKind Kind, string Words, TimeSpan AtLeast)
{
    public static PollTrouble Of(Exception failure) =>
        failure is ApiRequestException { ErrorCode: 409 } conflict
            ? new(
                PollTroubleKind.Conflict,
                conflict.Message.Contains("webhook", StringComparison.OrdinalIgnoreCase)
                    ? "A webhook was set for this bot by another program; stop it, then start this one again."
                    : "Another program listens with the same token; stop one of the two.",
                TimeSpan.Zero
            )
            : Attempt.Read(Call.Other, failure)?.Outcome switch
            {
                SendOutcome.Unauthorized => new(
                    PollTroubleKind.Unauthorized,
                    "Telegram does not accept Telegram:Token; take a valid one from @BotFather and start again.",
                    TimeSpan.Zero
                ),
                SendOutcome.RetryAfter { Wait: var wait } => Unreachable("too many requests", wait),
                SendOutcome.Unanswered { Words: var words } => Unreachable(words),
                SendOutcome.Refused { Words: var words } => Unreachable(words),
                _ => Unreachable(failure.GetType().Name),
            };

    private static PollTrouble Unreachable(string why, TimeSpan atLeast = default) =>
        new(PollTroubleKind.Unreachable, $"Telegram cannot be reached ({why}); it is tried again.", atLeast);
}
