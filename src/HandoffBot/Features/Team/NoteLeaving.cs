using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Somebody left a team's chat: what they might do because of it ends at once. Coming gives no right; a press does.</summary>
internal sealed class NoteLeaving(HandoffDb db, ReturnOrphans orphans, BusySettings settings, TimeProvider clock)
    : IListener<MemberChanged>
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
                member.Resign(role | led, clock.GetUtcNow(), update.Key.UpdateId);
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
}
