using HandoffBot.Chat;

namespace HandoffBot.Checkup;

/// <summary>The bot's account, and the machine's clock against Telegram's.</summary>
internal sealed class TelegramCheck(IChat chat, MessengerClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MayDiffer = TimeSpan.FromSeconds(30);

    /// <summary>Null: Telegram refuses the token, or does not answer in time.</summary>
    public async Task<BotIdentity?> MeetAsync(CancellationToken cancellationToken)
    {
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patient.CancelAfter(Patience);
        try
        {
            return await chat.WhoAmIAsync(patient.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public IEnumerable<Finding> Examine(BotIdentity? me)
    {
        if (me is null)
        {
            yield return Finding.Wrong("Doctor.TelegramSilent");
            yield break;
        }

        yield return Finding.Well("Doctor.TelegramWell", me.Username);
        yield return Finding.Well(me.SeesAllGroupMessages ? "Doctor.PrivacyOff" : "Doctor.PrivacyOn");
        if (clock.Difference is { } difference)
        {
            yield return difference.Duration() > MayDiffer
                ? Finding.Wrong("Doctor.ClockWrong", difference.Duration())
                : Finding.Well("Doctor.ClockWell");
        }
    }
}
