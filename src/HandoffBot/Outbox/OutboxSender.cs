using System.Diagnostics;
using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Observability;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Sends one row: renders it as of now, says it, and records how it was answered.</summary>
internal sealed class OutboxSender(
    IServiceScopeFactory scopes,
    PacedChat chat,
    OutboxMarks marks,
    HandoffMetrics metrics,
    TimeProvider clock
)
{
    /// <param name="term">Ends a wait for the limits and the trying to write down how it was answered.</param>
    public async Task SendAsync(OutboxMessage row, CancellationToken term)
    {
        using var send = Traces.Begin($"send {row.Delivery}", ActivityKind.Producer, row.TraceParent);
        send?.SetTag("handoff.outbox.seq", row.Seq);
        await using var services = scopes.CreateAsyncScope();
        var delivery = services.ServiceProvider.GetRequiredKeyedService<IDelivery>(row.Delivery);
        var said = await IsBlockedAsync(services.ServiceProvider, row)
            ? new Said(Speech.Nothing("blocked"), new SendOutcome.Held(HeldReason.Unreachable, "blocked"))
            : await SayAsync(services.ServiceProvider, row, delivery, term);
        send?.SetTag("handoff.outcome", said.Outcome.GetType().Name);
        metrics.Sent(row.Delivery, said.Outcome);
        await marks.RecordAsync(row, said, delivery, term);
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

    private async Task<Said> SayAsync(
        IServiceProvider services,
        OutboxMessage row,
        IDelivery delivery,
        CancellationToken term
    )
    {
        var speech = await HushAsync(services, row, await delivery.RenderAsync(row, CancellationToken.None));
        return speech is Speech.Redraw redraw
            ? await RedrawAsync(services.GetRequiredService<HandoffDb>(), row, redraw, term)
            : new Said(speech, await CallAsync(row, speech, term));
    }

    /// <summary>In somebody's quiet hours nothing rings but the answer to what they do themselves, and the call they planned.</summary>
    private async Task<Speech> HushAsync(IServiceProvider services, OutboxMessage row, Speech speech)
    {
        var asked = row.Priority is OutboxPriority.Answer || speech is not Speech.Say { IsPlanned: false };
        if (!row.To.IsPrivate || asked || speech is not Speech.Say say)
        {
            return speech;
        }

        var person = new PersonId(row.ChatId);
        var db = services.GetRequiredService<HandoffDb>();
        var quiet = await db.People.Where(p => p.Id == person).Select(p => p.Quiet).SingleOrDefaultAsync();
        return quiet?.Holds(clock.GetUtcNow()) == true
            ? say with
            {
                Message = say.Message with { Silent = true },
            }
            : say;
    }

    private async Task<SendOutcome> CallAsync(OutboxMessage row, Speech speech, CancellationToken term) =>
        speech switch
        {
            Speech.Say say => await chat.CallAsync(
                row,
                c => c.SendAsync(row.To, say.Message, CancellationToken.None),
                term
            ),
            Speech.Delete delete => await DeleteAsync(row, delete, term),
            Speech.TakeButtons take => await chat.CallAsync(
                row,
                c => c.TakeButtonsAsync(take.Standing, CancellationToken.None),
                term
            ),
            Speech.Pin pin => await chat.CallAsync(row, c => c.PinAsync(pin.Standing, CancellationToken.None), term),
            Speech.Unpin unpin => await chat.CallAsync(
                row,
                c => c.UnpinAsync(unpin.Standing, CancellationToken.None),
                term
            ),
            Speech.Leave leave => await chat.CallAsync(
                row,
                c => c.LeaveAsync(leave.ChatId, CancellationToken.None),
                term
            ),
            Speech.React react => await chat.CallAsync(
                row,
                c => c.ReactAsync(react.Standing, react.Emoji, CancellationToken.None),
                term
            ),
            _ => new SendOutcome.Unchanged(),
        };

    private async Task<SendOutcome> DeleteAsync(OutboxMessage row, Speech.Delete delete, CancellationToken term)
    {
        var outcome = await chat.CallAsync(row, c => c.DeleteAsync(delete.Standing, CancellationToken.None), term);
        return outcome is SendOutcome.Gone
            ? await chat.CallAsync(row, c => c.EditAsync(delete.Standing, delete.Instead, CancellationToken.None), term)
            : outcome;
    }

    private async Task<Said> RedrawAsync(HandoffDb db, OutboxMessage row, Speech.Redraw redraw, CancellationToken term)
    {
        SendOutcome outcome = new SendOutcome.Unchanged();
        var done = new List<Redrawing>();
        var gone = new List<MessageRef>();
        foreach (var (standing, message) in redraw.Messages)
        {
            if (await LookOfAsync(db, standing) == message.Hash())
            {
                continue;
            }

            outcome = await chat.CallAsync(row, c => c.EditAsync(standing, message, CancellationToken.None), term);
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

    private static Task<string?> LookOfAsync(HandoffDb db, MessageRef standing) =>
        db
            .Messages.AsNoTracking()
            .Where(m => m.ChatId == standing.ChatId && m.MessageId == standing.MessageId)
            .Select(m => m.RenderedHash)
            .SingleOrDefaultAsync();
}
