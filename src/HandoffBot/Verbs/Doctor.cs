using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HandoffBot.Verbs;

/// <summary>Examines an installation from the outside in; what stands on something broken is not looked at.</summary>
internal sealed class Doctor(IServiceProvider services)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellationToken)
    {
        var settings = Settings();
        if (settings.Any(s => !s.IsWell))
        {
            return settings;
        }

        var database = await DatabaseAsync(cancellationToken);
        var token = await TokenAsync(cancellationToken);
        var chats = database.IsWell ? await ChatsAsync(cancellationToken) : [];
        return [.. settings, database, token, .. chats];
    }

    private List<Finding> Settings()
    {
        var ignored = services
            .GetRequiredService<KnownSettings>()
            .Misspelt(services.GetRequiredService<IConfiguration>())
            .Select(m => new Finding(false, m, OfSettings: true))
            .ToList();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return ignored.Count > 0 ? ignored : [Finding.Well("The settings are as they should be.")];
        }
        catch (Exception ex) when (Trouble.Of(ex) is { ExitCode: ExitCode.WrongSettings } trouble)
        {
            return [.. trouble.Lines.Select(l => new Finding(false, l, OfSettings: true)), .. ignored];
        }
    }

    private async Task<Finding> DatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            var pending = await services.GetRequiredService<Database>().PendingAsync(cancellationToken);
            return pending.Count == 0
                ? Finding.Well("The database is reachable and up to date.")
                : Finding.Wrong($"The database lacks {pending.Count} migration(s): start the bot, or run migrate.");
        }
        catch (Exception ex) when (Trouble.Of(ex) is { } trouble)
        {
            return Finding.Wrong($"{trouble.Lines[0]} Look at Storage:Provider and ConnectionStrings:Handoff.");
        }
    }

    private async Task<Finding> TokenAsync(CancellationToken cancellationToken)
    {
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patient.CancelAfter(Patience);
        try
        {
            return await services.GetRequiredService<IChat>().WhoAmIAsync(patient.Token) is { } bot
                ? Finding.Well($"Telegram knows the bot as @{bot.Username}.")
                : Finding.Wrong(
                    "Telegram refuses the token or cannot be reached: look at Telegram:Token, and at the way out to api.telegram.org."
                );
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Wrong($"Telegram did not answer within {Patience.TotalSeconds:F0} s: look at the way out.");
        }
    }

    private async Task<List<Finding>> ChatsAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        var teams = await db.Teams.AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancellationToken);
        var chats = await db
            .Chats.AsNoTracking()
            .Where(c => c.Team != null && c.State != ChatState.Lost)
            .ToListAsync(cancellationToken);
        return teams.Count == 0
            ? [Finding.Wrong("There is no team yet: write to the bot in private, or use \"team add\".")]
            :
            [
                .. teams.SelectMany(t =>
                    new[] { ChatKind.Sales, ChatKind.Marketing }.Select(kind =>
                        ChatOf(t, kind, chats.Find(c => c.Team == t.Id && c.Kind == kind))
                    )
                ),
            ];
    }

    private static Finding ChatOf(SalesTeam team, ChatKind kind, TeamChat? chat) =>
        chat switch
        {
            null => Finding.Wrong($"{team.Name} has no {kind} chat: add the bot there as an administrator."),
            { State: ChatState.Held } => Finding.Wrong(
                $"{team.Name}: the {kind} chat \"{chat.Title}\" takes no messages ({chat.HeldBecause}): let the bot back in."
            ),
            _ => Finding.Well($"{team.Name}: the {kind} chat is \"{chat.Title}\"."),
        };
}
