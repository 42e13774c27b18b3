using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Observability;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.ByHand;

/// <summary>The dictated lead goes the way of all others, through a source of its own.</summary>
internal sealed partial class SaveLead(
    HandoffDb db,
    ReceiveLead receive,
    HandoffMetrics metrics,
    TimeProvider clock,
    ILogger<SaveLead> logger
)
{
    public async Task<DialogueTurn> HandleAsync(
        Caller caller,
        Dialogue dialogue,
        NewLeadDraft draft,
        CancellationToken cancellationToken
    )
    {
        var country = caller.Team.Locale.Country;
        if (InquiryReader.Read(draft.ToPost(), country, clock.GetUtcNow(), new FieldErrors()) is not { } asked)
        {
            return new DialogueTurn.Refuse("Intake.NewNoContact");
        }

        var door = new Door(await SourceAsync(caller.Team, cancellationToken), caller.Team);
        var received = await receive.HandleAsync(door, asked, cancellationToken);
        await LinkQuestionsAsync(dialogue, received.Lead, cancellationToken);
        db.OnceCommitted(() => metrics.Received(received.Outcome));
        Log.Saved(logger, received.Lead.Value, caller.Id.Value, dialogue.Seq);
        return new DialogueTurn.Over(
            received is ReceivedLead.Joined ? "Intake.NewJoined" : "Intake.NewSaved",
            received.Lead.ToString()
        );
    }

    /// <summary>The questions showed the contact back: they belong to the lead, and are written over with it.</summary>
    private async Task LinkQuestionsAsync(Dialogue dialogue, LeadId lead, CancellationToken cancellationToken)
    {
        var questions = await db
            .Messages.Where(m => m.Role == MessageRole.Prompt && m.About == dialogue.Seq)
            .Select(m => new { m.ChatId, m.MessageId })
            .ToListAsync(cancellationToken);
        db.MessageLeads.AddRange(
            questions.Select(q => new SentMessageLead
            {
                ChatId = q.ChatId,
                MessageId = q.MessageId,
                Lead = lead.Value,
            })
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Source> SourceAsync(SalesTeam team, CancellationToken cancellationToken)
    {
        var name = team.Words()["Intake.ByHand"];
        var known = await db.Sources.FirstOrDefaultAsync(s => s.Team == team.Id && s.Name == name, cancellationToken);
        if (known is not null)
        {
            return known;
        }

        var source = new Source
        {
            Team = team.Id,
            Name = name,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Sources.Add(source);
        await db.SaveChangesAsync(cancellationToken);
        return source;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Lead {Lead} was dictated by {Person} in dialogue {Dialogue}.")]
        public static partial void Saved(ILogger logger, long lead, long person, long dialogue);
    }
}
