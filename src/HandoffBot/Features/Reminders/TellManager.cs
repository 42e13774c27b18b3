using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Resources;

namespace HandoffBot.Features.Reminders;

/// <summary>Tells the manager in private which leads nobody takes, with what can be done.</summary>
internal sealed class TellManager(WaitingLeads leads, OtherTeams others, TimeProvider clock) : IDelivery
{
    private const int Listed = 6;

    internal sealed record Arguments(int Team, IReadOnlyList<long> Leads);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.TellSalesChat;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var waiting = (await leads.ReadAsync(given.Leads, cancellationToken))
            .Where(w => w.Lead.Status is LeadStatus.New)
            .ToList();
        if (waiting.Count == 0)
        {
            return Speech.Nothing("taken");
        }

        var team = await leads.TeamAsync(new TeamId(given.Team), cancellationToken);
        var message = waiting.Count == 1 ? One(waiting[0], team) : Several(waiting, team);
        message = await others.MarkAsync(message, row.To, team, cancellationToken);
        var numbers = waiting.Select(w => w.Id.Value).ToList();
        return new Speech.Say(
            row.To.IsPrivate ? message : message with { Keyboard = [] },
            waiting.Count == 1 && row.To.IsPrivate ? MessageRole.Notice : MessageRole.Reminder,
            0,
            numbers
        );
    }

    private ChatMessage One(WaitingLead waiting, SalesTeam team)
    {
        var (words, id) = (team.Words(), waiting.Id.Value);
        return ChatMessage
            .Of(
                Line.Bold(
                    words.Say(
                        "Reminders.ManagerOne",
                        waiting.Id.ToString(),
                        Waited(waiting, team, words),
                        (int)team.Rhythm.LadderOf(waiting.Lead.Priority).Sla.TotalMinutes
                    )
                ),
                waiting.Subject is { } subject ? (Line)subject : null,
                words["Reminders.ManagerWhatNow"]
            )
            .With(
                [Button.Of(words["Reminders.Assign"], LeadVerbs.ChooseAssignee, id)],
                [
                    Button.Of(words["Reminders.Defer"], LeadVerbs.Defer, id),
                    Button.Of(words["Reminders.Snooze"], LeadVerbs.Snooze, id),
                ],
                [Button.Of(words["Reminders.Spam"], LeadVerbs.Reject, id, (long)RejectReason.Spam)]
            );
    }

    /// <summary>Working time up to one working day; past that a sum would be taken for days of 24 hours, so since when.</summary>
    private string Waited(WaitingLead waiting, SalesTeam team, Wording words)
    {
        var (since, now, hours) = (waiting.Lead.WaitingSince, clock.GetUtcNow(), team.Rhythm.Hours);
        var waited = hours.Between(since, now);
        return waited > hours.Day ? words.Since(since, now) : words.Minutes(waited);
    }

    private ChatMessage Several(List<WaitingLead> waiting, SalesTeam team)
    {
        var words = team.Words();
        var now = clock.GetUtcNow();
        var listed = waiting.Take(Listed).ToList();
        var lines = listed.Select(w => (Line?)$"{w.Title} · {Waited(w, team, words)}");
        var more = waiting.Count > Listed ? (Line)words.Say("Reminders.AndMore", waiting.Count - Listed) : null;
        var title = words.Say(
            "Reminders.ManagerSeveral",
            waiting.Count,
            words.Moment(waiting[0].Lead.WaitingSince, now)
        );
        var buttons = listed.Select(w =>
            Button.Of(words.Say("Reminders.AssignOne", w.Id.ToString()), LeadVerbs.ChooseAssignee, w.Id.Value)
        );
        return ChatMessage.Of([Line.Bold(title), .. lines, more]).With([.. buttons.Chunk(2)]);
    }
}
