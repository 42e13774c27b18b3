using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Handoff;

/// <summary>Asks the manager whom to give a lead to, with how many open leads each has.</summary>
internal sealed class OfferAssign(HandoffDb db, LeadSheets sheets) : IDelivery
{
    private const int Offered = 8;

    internal sealed record Arguments(long Lead);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Lead;
        if (await sheets.FindAsync(new LeadId(id), cancellationToken) is not { Lead.IsOpen: true } sheet)
        {
            return Speech.Nothing("closed");
        }

        var team = sheet.Lead.Team;
        var reps = await (
            from member in db.Members.AsNoTracking()
            where member.Team == team && member.LeftAt == null && (member.Roles & Roles.Rep) != 0
            join person in db.People on member.Person equals person.Id
            orderby member.SeenAt descending
            select new
            {
                person.Id,
                person.Name,
                Open = db.Leads.Count(l =>
                    l.Team == team
                    && l.Owner == person.Id
                    && (l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
                ),
            }
        )
            .Take(Offered)
            .ToListAsync(cancellationToken);
        var words = sheet.Words;
        var buttons = reps.Select(r =>
            Button.Of(words.Say("Handoff.AssignTo", r.Name, r.Open), LeadVerbs.Assign, id, r.Id.Value)
        );
        var question = ChatMessage.Of(
            Line.Bold(LeadCard.Title(sheet)),
            words[reps.Count == 0 ? "Handoff.AssignNobody" : "Handoff.AssignWhom"]
        );
        return new Speech.Say(question.With([.. buttons.Chunk(2)]), MessageRole.Notice, 0, [id]);
    }
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
        var arguments = new OfferAssign.Arguments(opened.Lead.Id.Value);
        Desk.Replies.Answer(pressed, nameof(OfferAssign), arguments, ChatAddress.Private(opened.Caller.Id.Value));
        return Task.FromResult(PressAnswer.Nothing);
    }
}
