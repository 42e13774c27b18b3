using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>A manager says who takes leads and who leads the team; the person concerned hears of it.</summary>
internal sealed class ChangeMate(HandoffDb db, BusySettings settings, Replies replies)
{
    public async Task<PressAnswer> ChangeAsync(
        ButtonPressed pressed,
        Caller caller,
        int what,
        CancellationToken cancellationToken
    )
    {
        var (team, who, words) = (caller.Team.Id, new PersonId(pressed.Press!.About), caller.Words);
        // One after the other: two managers who relieve each other at once would leave nobody.
        await db.LockAsync([string.Create(CultureInfo.InvariantCulture, $"managers:{team.Value}")], cancellationToken);
        if (await db.Members.FindAsync([team, who], cancellationToken) is not { IsPresent: true } member)
        {
            return new PressAnswer(words["Team.MateGone"], Alert: true);
        }

        if (what is MateButton.ManagesNot && await WhyNotAsync(member, cancellationToken) is { } why)
        {
            return new PressAnswer(words[why], Alert: true);
        }

        var before = member.Roles;
        if (Change(member, what) is not { } told)
        {
            return new PressAnswer(words["Common.UnknownButton"]);
        }

        if (!member.IsManager)
        {
            await settings.LeaveAsync(member, pressed, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (member.Roles != before && who != caller.Id)
        {
            var said = new SayText.Arguments(told, [caller.Team.Name, caller.Person.Name], team.Value);
            replies.Answer(pressed, nameof(SayText), said, ChatAddress.Private(who.Value));
        }

        replies.Answer(pressed, nameof(ShowMate), new ShowMate.Arguments(team.Value, who.Value));
        return PressAnswer.Nothing;
    }

    /// <returns>What the person is told; null for a button that is none.</returns>
    private static string? Change(Member member, int what)
    {
        switch (what)
        {
            case MateButton.TakesLeads:
                member.TakeLeads(true);
                return "Team.ToldTakesLeads";
            case MateButton.TakesNone:
                member.TakeLeads(false);
                return "Team.ToldTakesNone";
            case MateButton.Manages:
                member.Manage(true);
                return "Team.ToldManages";
            case MateButton.ManagesNot:
                member.Manage(false);
                return "Team.ToldManagesNot";
            default:
                return null;
        }
    }

    private async Task<string?> WhyNotAsync(Member member, CancellationToken cancellationToken)
    {
        if (member.Roles.HasFlag(Roles.Admin))
        {
            return "Team.MateIsAdmin";
        }

        var others = db.Members.Where(m => m.Team == member.Team && m.Person != member.Person && m.LeftAt == null);
        return await others.AnyAsync(m => (m.Roles & (Roles.Manager | Roles.Admin)) != 0, cancellationToken)
            ? null
            : "Team.MateLastManager";
    }
}
