using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Sends one row: renders it as of now, says it, and records how it was answered.</summary>
internal sealed class OutboxSender(
    IServiceScopeFactory scopes,
    IChat chat,
    OutboxMarks marks,
    SendLimits limits,
    HandoffMetrics metrics,
    TimeProvider clock
)
{
    public async Task SendAsync(OutboxMessage row)
    {
        await using var services = scopes.CreateAsyncScope();
        var delivery = services.ServiceProvider.GetRequiredKeyedService<IDelivery>(row.Delivery);
        var said = await IsBlockedAsync(services.ServiceProvider, row)
            ? new Said(Speech.Nothing("blocked"), new SendOutcome.Held(HeldReason.Unreachable, "blocked"))
            : await SayAsync(services.ServiceProvider, row, delivery);
        metrics.Sent(row.Delivery, said.Outcome);
        await marks.RecordAsync(row, said, delivery);
    }

    /// <summary>Who blocked the bot is not tried again before they are back.</summary>
    private static async Task<bool> IsBlockedAsync(IServiceProvider services, OutboxMessage row)
    {
        var person = new PersonId(row.ChatId);
        return row.To.IsPrivate
            && await services
                .GetRequiredService<HandoffDb>()
                .People.AnyAsync(p => p.Id == person && p.BlockedAt != null);
    }

    private async Task<Said> SayAsync(IServiceProvider services, OutboxMessage row, IDelivery delivery)
    {
        var speech = await delivery.RenderAsync(row, CancellationToken.None);
        return speech switch
        {
            Speech.Say say => await CallAsync(row, speech, token => chat.SendAsync(row.To, say.Message, token)),
            Speech.Redraw redraw => await RedrawAsync(services, row, redraw),
            Speech.Delete delete => await CallAsync(row, speech, token => chat.DeleteAsync(delete.Standing, token)),
            Speech.Pin pin => await CallAsync(row, speech, token => chat.PinAsync(pin.Standing, token)),
            Speech.Leave leave => await CallAsync(row, speech, token => chat.LeaveAsync(leave.ChatId, token)),
            Speech.React react => await CallAsync(
                row,
                speech,
                token => chat.ReactAsync(react.Standing, react.Emoji, token)
            ),
            _ => new Said(speech, new SendOutcome.Unchanged()),
        };
    }

    private async Task<Said> CallAsync(
        OutboxMessage row,
        Speech speech,
        Func<CancellationToken, Task<SendOutcome>> call
    ) => new(speech, await WithinLimitsAsync(row, call));

    private async Task<SendOutcome> WithinLimitsAsync(
        OutboxMessage row,
        Func<CancellationToken, Task<SendOutcome>> call
    )
    {
        for (var wait = limits.Enter(row); wait > TimeSpan.Zero; wait = limits.Enter(row))
        {
            await Task.Delay(wait, clock, CancellationToken.None);
        }

        var outcome = await call(CancellationToken.None);
        limits.Arrived(row.ChatId);
        return outcome;
    }

    private async Task<Said> RedrawAsync(IServiceProvider services, OutboxMessage row, Speech.Redraw redraw)
    {
        var db = services.GetRequiredService<HandoffDb>();
        SendOutcome outcome = new SendOutcome.Unchanged();
        var done = new List<Redrawing>();
        var gone = new List<MessageRef>();
        foreach (var (standing, message) in redraw.Messages)
        {
            var hash = message.Hash();
            var stands = await db
                .Messages.AsNoTracking()
                .Where(m => m.ChatId == standing.ChatId && m.MessageId == standing.MessageId)
                .Select(m => m.RenderedHash)
                .SingleOrDefaultAsync();
            if (stands == hash)
            {
                continue;
            }

            outcome = await WithinLimitsAsync(row, token => chat.EditAsync(standing, message, token));
            if (outcome is SendOutcome.Gone)
            {
                gone.Add(standing);
            }
            else if (outcome is SendOutcome.Sent or SendOutcome.Unchanged)
            {
                done.Add(new Redrawing(standing, message));
            }
            else
            {
                break;
            }
        }

        return new Said(redraw, outcome) { Redrawn = done, Gone = gone };
    }
}

/// <summary>What was said, and how it was answered.</summary>
internal sealed record Said(Speech Speech, SendOutcome Outcome)
{
    public IReadOnlyList<Redrawing> Redrawn { get; init; } = [];

    public IReadOnlyList<MessageRef> Gone { get; init; } = [];
}
