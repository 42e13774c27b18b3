using HandoffBot.Chat;

namespace HandoffBot.Checkup;

/// <summary>The bot's account, and the machine's clock against Telegram's.</summary>
internal sealed class TelegramCheck(IChat chat, MessengerClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MayDiffer = TimeSpan.FromSeconds(30);

    /// <summary>Who does not answer in time cannot be reached.</summary>
    public async Task<Meeting> MeetAsync(CancellationToken cancellationToken)
    {
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patient.CancelAfter(Patience);
        try
        {
            return await chat.MeetAsync(patient.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return default;
        }
    }

    public IEnumerable<Finding> Examine(Meeting meeting)
    {
        if (meeting.Me is not { } me)
        {
            yield return Finding.Wrong(meeting.IsRefused ? "Doctor.TokenRefused" : "Doctor.TelegramSilent");
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
