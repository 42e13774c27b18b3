using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Handoff;

/// <summary>The contact and the next steps, to the one who may see them, in private.</summary>
internal sealed class SendContact(LeadSheets sheets, MemberRights rights, TimeProvider clock) : IDelivery
{
    internal sealed record Arguments(long Lead, long Person);

    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var person = new PersonId(given.Person);
        var sheet = await sheets.FindAsync(new LeadId(given.Lead), cancellationToken);
        if (sheet is null || !await rights.MaySeeContactAsync(sheet.Lead, person, cancellationToken))
        {
            return Speech.Nothing("not theirs any more");
        }

        return new Speech.Say(
            ContactSheet.Of(sheet, LeadMenu.Main, clock.GetUtcNow()),
            MessageRole.Contact,
            given.Lead
        );
    }
}
