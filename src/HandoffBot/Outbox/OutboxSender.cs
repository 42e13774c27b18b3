using HandoffBot.Chat;
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
    HandoffMetrics metrics
)
{
    public async Task SendAsync(OutboxMessage row)
    {
        await using var services = scopes.CreateAsyncScope();
        var delivery = services.ServiceProvider.GetRequiredKeyedService<IDelivery>(row.Delivery);
        var speech = await delivery.RenderAsync(row, CancellationToken.None);
        if (speech is Speech.Silence or Speech.Later)
        {
            limits.TakeBack(row.ChatId, row.SendKind);
        }

        var said = speech switch
        {
            Speech.Say say => new Said(say, await SayAsync(row, say)),
            Speech.Redraw redraw => await RedrawAsync(services.ServiceProvider, row, redraw),
            Speech.Delete delete => new Said(speech, await chat.DeleteAsync(delete.Standing, CancellationToken.None)),
            Speech.Pin pin => new Said(speech, await chat.PinAsync(pin.Standing, CancellationToken.None)),
            Speech.React react => new Said(speech, await chat.ReactAsync(react.Standing, react.Emoji, CancellationToken.None)),
            _ => new Said(speech, new SendOutcome.Unchanged()),
        };
        metrics.Sent(row.Delivery, said.Outcome);
        await marks.RecordAsync(row, said, delivery);
    }

    private Task<SendOutcome> SayAsync(OutboxMessage row, Speech.Say say) =>
        chat.SendAsync(row.To, say.Message, CancellationToken.None);

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

            outcome = await chat.EditAsync(standing, message, CancellationToken.None);
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

        if (done.Count == 0 && outcome is SendOutcome.Unchanged)
        {
            limits.TakeBack(row.ChatId, row.SendKind);
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
