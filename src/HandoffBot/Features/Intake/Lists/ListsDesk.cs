using HandoffBot.Domain.Leads;
using HandoffBot.Leadership;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>
/// Works on lists, one after the other and beside everything else: reads what was sent, writes what was said yes to, goes on after a
/// stop where it was. Only in the process that speaks.
/// </summary>
internal sealed partial class ListsDesk(
    IServiceScopeFactory scopes,
    ListBell bell,
    Leader leader,
    TimeProvider clock,
    ILogger<ListsDesk> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Those that did not go, and until when they are left alone.</summary>
    private readonly Dictionary<long, DateTimeOffset> resting = [];

    /// <summary>Whatever can be done now.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (leader.IsHeld && await NextAsync(cancellationToken) is { } list)
        {
            await using var services = scopes.CreateAsyncScope();
            try
            {
                await OneStepAsync(services.ServiceProvider, list, cancellationToken);
            }
            catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
            {
                resting[list.Id] = clock.GetUtcNow() + Pause;
                Log.Failed(logger, list.Id, list.State, ex);
                await GiveUpAsync(services.ServiceProvider, list, cancellationToken);
            }
        }

        await CleanAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await bell.HeardAsync(stoppingToken))
        {
            try
            {
                await WorkAsync(stoppingToken);
            }
            catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Stopped(logger, ex);
            }
        }
    }

    private static Task OneStepAsync(IServiceProvider services, LeadList list, CancellationToken cancellationToken) =>
        list.State switch
        {
            ListState.Sent => services.GetRequiredService<ReadList>().HandleAsync(list, cancellationToken),
            ListState.Loading => services.GetRequiredService<LoadList>().HandleAsync(list, cancellationToken),
            ListState.Joining => services.GetRequiredService<JoinRepeats>().HandleAsync(list, cancellationToken),
            _ => services.GetRequiredService<UndoList>().HandleAsync(list, cancellationToken),
        };

    /// <summary>What did not go for so long will not; but from where there is only forward it is tried on, and who waits for it hears so.</summary>
    private async Task GiveUpAsync(IServiceProvider services, LeadList list, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - (list.TakenAt ?? list.SentAt) < LeadList.TriedFor)
        {
            return;
        }

        var settling = services.GetRequiredService<SettleList>();
        switch (list.State)
        {
            case ListState.Sent:
                await settling.RefuseAsync(list, "Intake.ListNotFetched", [], cancellationToken);
                break;
            case ListState.Loading:
                await settling.TakeBackAsync(list, cancellationToken);
                break;
            default:
                await settling.TellLaterAsync(list, cancellationToken);
                return;
        }

        resting.Remove(list.Id);
    }

    private async Task<LeadList?> NextAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        var open = await db
            .Lists.AsNoTracking()
            .Where(l =>
                l.State == ListState.Sent
                || l.State == ListState.Loading
                || l.State == ListState.Joining
                || l.State == ListState.Undoing
            )
            .OrderBy(l => l.Id)
            .ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return open.Find(l => !resting.TryGetValue(l.Id, out var until) || until <= now);
    }

    /// <summary>Copies stay no longer than they are needed.</summary>
    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        var copies = services.ServiceProvider.GetRequiredService<ListCopies>();
        var since = clock.GetUtcNow() - (2 * LeadList.Lies);
        var lists = await db.Lists.AsNoTracking().Where(l => l.SentAt > since).ToListAsync(cancellationToken);
        lists.FindAll(l => l.SettledAt is not null).ForEach(copies.Remove);
        copies.RemoveOthers([.. lists.Where(l => l.SettledAt is null).Select(l => l.CopyName)]);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "List {List} did not go on from {State}; it is tried again.")]
        public static partial void Failed(ILogger logger, long list, ListState state, Exception exception);

        [LoggerMessage(LogLevel.Error, "Lists are not worked on; they are tried again.")]
        public static partial void Stopped(ILogger logger, Exception exception);
    }
}
