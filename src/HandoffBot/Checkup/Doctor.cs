namespace HandoffBot.Checkup;

/// <summary>Examines an installation from the outside in; what stands on something broken is not looked at.</summary>
internal sealed class Doctor(IServiceScopeFactory scopes)
{
    /// <param name="readsAll">The whole database file as well: only where nobody waits for the disk.</param>
    public async Task<IReadOnlyList<Finding>> ExamineAsync(bool readsAll, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Asked for one after the other: under wrong settings most of them cannot even be made.
        var parts = scope.ServiceProvider;
        var settings = parts.GetRequiredService<SettingsCheck>().Examine();
        if (settings.Any(s => !s.IsWell))
        {
            return settings;
        }

        var database = await parts.GetRequiredService<DatabaseCheck>().ExamineAsync(readsAll, cancellationToken);
        var pooler = parts.GetRequiredService<PoolerCheck>();
        var telegram = parts.GetRequiredService<TelegramCheck>();
        var meeting = await telegram.MeetAsync(cancellationToken);
        var chats = parts.GetRequiredService<ChatsCheck>();
        var webhooks = parts.GetRequiredService<WebhookCheck>();
        return
        [
            .. settings,
            database,
            .. database.IsWell ? await pooler.ExamineAsync(cancellationToken) : [],
            .. telegram.Examine(meeting),
            .. database.IsWell ? await chats.ExamineAsync(asksTelegram: meeting.Me is not null, cancellationToken) : [],
            .. database.IsWell ? await webhooks.ExamineAsync(cancellationToken) : [],
            .. parts.GetServices<ICheck>().SelectMany(c => c.Examine()),
        ];
    }
}
