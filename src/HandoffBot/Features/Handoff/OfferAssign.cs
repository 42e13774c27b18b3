using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>Asks the manager whom to give a lead to: who is on shift first, with how many open leads each has; or what else becomes of it.</summary>
internal sealed class OfferAssign(HandoffDb db, LeadSheets sheets, TimeProvider clock) : IDelivery
{
    /// <summary>Three rows of two: with the others no more than a phone shows.</summary>
    private const int Offered = 6;
    private const int LongestName = 16;

    /// <param name="Skip">How many stand on the pages before.</param>
    internal sealed record Arguments(long Lead, int Skip = 0);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var (id, asked) = row.Read<Arguments>();
        if (await sheets.FindAsync(new LeadId(id), cancellationToken) is not { Lead.IsOpen: true } sheet)
        {
            return Speech.Nothing("closed");
        }

        var (words, reps) = (sheet.Words, await RepsAsync(sheet.Team, cancellationToken));
        var skip = asked < reps.Count ? Math.Max(asked, 0) : 0;
        var page = reps.Skip(skip).Take(Offered).ToList();
        var rest = reps.Count - skip - page.Count;
        List<Button[]> buttons = [.. page.Select(To).Chunk(2)];
        if (rest > 0)
        {
            var next = skip + page.Count;
            buttons.Add([Button.Of(words.Say("Handoff.AssignMore", rest), LeadVerbs.ChooseAssignee, id, next)]);
        }

        if (sheet.Lead.Status is LeadStatus.New)
        {
            buttons.Add([
                Button.Of(words["Handoff.Defer"], LeadVerbs.Defer, id),
                Button.Of(words["Handoff.RejectSpam"], LeadVerbs.Reject, id, (long)RejectReason.Spam),
            ]);
        }

        var question = ChatMessage.Of(
            Line.Bold(LeadCard.Title(sheet)),
            words[reps.Count == 0 ? "Handoff.AssignNobody" : "Handoff.AssignWhom"]
        );
        return new Speech.Say(question.With([.. buttons]), MessageRole.Notice, 0, [id]);

        Button To(Rep rep)
        {
            var key = rep.IsOn ? "Handoff.AssignTo" : "Handoff.AssignToOff";
            return Button.Of(words.Say(key, rep.Name, rep.Open), LeadVerbs.Assign, id, rep.Id);
        }
    }

    private async Task<List<Rep>> RepsAsync(SalesTeam team, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await (
            from member in db.Members.AsNoTracking()
            where member.Team == team.Id && member.LeftAt == null && (member.Roles & Roles.Rep) != 0
            join person in db.People on member.Person equals person.Id
            select new
            {
                member,
                person.Name,
                Open = db.Leads.Count(l =>
                    l.Team == team.Id
                    && l.Owner == person.Id
                    && (l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
                ),
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. found
                .Select(f => new Rep(
                    f.member.Person.Value,
                    OutsideText.Cut(f.Name, LongestName),
                    f.Open,
                    f.member.ShiftAt(now, team.Rhythm.Hours).IsOn
                ))
                .OrderByDescending(r => r.IsOn)
                .ThenBy(r => r.Open)
                .ThenBy(r => r.Name, StringComparer.Ordinal)
                .ThenBy(r => r.Id),
        ];
    }

    private sealed record Rep(long Id, string Name, int Open, bool IsOn);
}

/// <summary>The manager wants to give a lead to somebody.</summary>
internal sealed class ChooseAssignee(LeadDesk desk) : ManagerButton(desk)
{
    protected override Task<PressAnswer> ManageAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var skip = (int)Math.Clamp(pressed.Press!.Choice, 0, int.MaxValue);
        var arguments = new OfferAssign.Arguments(opened.Lead.Id.Value, skip);
        Desk.Replies.Answer(pressed, nameof(OfferAssign), arguments, ChatAddress.Private(opened.Caller.Id.Value));
        return Task.FromResult(PressAnswer.Nothing);
    }
}
