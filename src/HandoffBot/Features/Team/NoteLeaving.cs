using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Somebody left a team's chat: what they might do because of it ends at once. Coming gives no right; a press does.</summary>
internal sealed class NoteLeaving(
    HandoffDb db,
    ReturnOrphans orphans,
    BusySettings settings,
    Replies replies,
    TimeProvider clock
) : IListener<MemberChanged>
{
    public async Task<bool> HearAsync(MemberChanged update, CancellationToken cancellationToken)
    {
        if (update.IsMember)
        {
            return false;
        }

        var id = update.Place.Address.ChatId;
        var person = new PersonId(update.Who.Id);
        var chats = await db
            .Chats.Where(c => c.ChatId == id && c.Team != null && c.State != ChatState.Lost)
            .ToListAsync(cancellationToken);
        foreach (var chat in chats)
        {
            var role = chat.Kind is ChatKind.Sales ? Roles.Rep : Roles.Marketer;
            if (await db.Members.FindAsync([chat.Team!.Value, person], cancellationToken) is { IsPresent: true } member)
            {
                // Whoever leads the sales chat leads it from inside; the admin's rights come from the installation.
                var led = role is Roles.Rep && !member.Roles.HasFlag(Roles.Admin) ? Roles.Manager : Roles.None;
                var leads = member.Roles.HasFlag(Roles.Manager) && led is Roles.Manager;
                var sells = role is Roles.Rep ? Roles.NoLeads : Roles.None;
                member.Resign(role | led | sells, clock.GetUtcNow(), update.Key.UpdateId);
                if (leads)
                {
                    await TellAdminAsync(member, update, cancellationToken);
                }

                if (!member.IsManager)
                {
                    await settings.LeaveAsync(member, update, cancellationToken);
                }

                if (!member.MaySell)
                {
                    await orphans.ReturnAsync(member, update, cancellationToken);
                }
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Where nobody but the admin manages now, the admin hears that it is up to them.</summary>
    private async Task TellAdminAsync(Member left, MemberChanged update, CancellationToken cancellationToken)
    {
        var leading = await db
            .Members.Where(m => m.Team == left.Team && m.Person != left.Person && m.LeftAt == null)
            .Where(m => (m.Roles & (Roles.Manager | Roles.Admin)) != 0)
            .ToListAsync(cancellationToken);
        if (leading.Exists(m => !m.Roles.HasFlag(Roles.Admin)))
        {
            return;
        }

        var team = await db.Teams.SingleAsync(t => t.Id == left.Team, cancellationToken);
        var person = await db.People.SingleAsync(p => p.Id == left.Person, cancellationToken);
        var said = new SayText.Arguments("Team.OnlyManagerLeft", [person.Name, team.Name], team.Id.Value);
        foreach (var admin in leading)
        {
            replies.Answer(update, nameof(SayText), said, ChatAddress.Private(admin.Person.Value));
        }
    }
}
