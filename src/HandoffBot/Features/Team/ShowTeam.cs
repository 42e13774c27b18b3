using HandoffBot.Chat;
using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>
/// Who is who, at work or not, with how many open leads, and what keeps the bot from reaching whom; each rep's part of the
/// claims for the manager, and for oneself.
/// </summary>
internal sealed class ShowTeam(HandoffDb db, RepClaimsQuery claims, OtherTeams others, IChat chat, TimeProvider clock)
    : IDelivery
{
    /// <summary>With a title and a line of help: eight lines.</summary>
    private const int Shown = 6;

    /// <summary>A week of a small team is too little to compare people by.</summary>
    private static readonly TimeSpan Compared = TimeSpan.FromDays(30);

    /// <param name="Reader">Who asked; of other people's claims only a manager reads.</param>
    /// <param name="Skip">How many stand on the pages before.</param>
    internal sealed record Arguments(int Team, long Reader, int Skip = 0);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var id = new TeamId(given.Team);
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == id, cancellationToken);
        var mates = await MatesAsync(id, cancellationToken);
        var (words, now, hours) = (team.Words(), clock.GetUtcNow(), team.Rhythm.Hours);
        var reader = new PersonId(given.Reader);
        var readsAll = mates.Exists(m =>
            m.Person.Id == reader && (m.Member.Roles & (Roles.Manager | Roles.Admin)) != 0
        );
        var made = await claims.SinceAsync(team, now - Compared, cancellationToken);
        RepClaims? ClaimsOf(TeamMate mate) =>
            readsAll || mate.Person.Id == reader ? made.GetValueOrDefault(mate.Person.Id) : null;
        var skip = given.Skip < mates.Count ? given.Skip : 0;
        var page = mates.Skip(skip).Take(Shown).ToList();
        var reps = mates.FindAll(m => m.Member.IsRep);
        var on = reps.Count(m => m.Member.ShiftAt(now, hours).IsOn);
        var lines = new List<Line?> { Line.Bold(words.Say("Team.Mates", team.Name, on, reps.Count)) };
        lines.AddRange(page.Select(m => (Line?)LineOf(m, ClaimsOf(m), hours, words, now)));
        var rest = mates.Count - skip - page.Count;
        var buttons = readsAll
            ? TeamButtons.Of(page, words, now)
            : await ManagingAsync(id, reader, words, cancellationToken);
        if (rest > 0)
        {
            buttons.Add([TeamMore.Button(words.Say("Team.MatesMore", rest), given.Team, skip + page.Count)]);
        }

        var message = ChatMessage.Of([.. lines]).With([.. buttons]);
        message = await others.MarkAsync(message, row.To, team, cancellationToken, "team");
        return new Speech.Say(message, MessageRole.Other, 0);
    }

    /// <summary>Whoever cannot be reached first: that is what somebody has to mend.</summary>
    private async Task<List<TeamMate>> MatesAsync(TeamId team, CancellationToken cancellationToken)
    {
        var found = await (
            from member in db.Members.AsNoTracking()
            where member.Team == team && member.LeftAt == null
            join person in db.People on member.Person equals person.Id
            select new
            {
                member,
                person,
                Open = db.Leads.Count(l =>
                    l.Team == team
                    && l.Owner == person.Id
                    && (l.Status == LeadStatus.Claimed || l.Status == LeadStatus.Qualified)
                ),
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. found
                .Select(f => new TeamMate(f.member, f.person, f.Open))
                .OrderBy(m => m.Person.IsReachable)
                .ThenBy(m => m.Person.Name, StringComparer.Ordinal)
                .ThenBy(m => m.Person.Id.Value),
        ];
    }

    /// <summary>Whoever runs the group may become the team's manager, here too.</summary>
    private async Task<List<Button[]>> ManagingAsync(
        TeamId team,
        PersonId reader,
        Wording words,
        CancellationToken cancellationToken
    )
    {
        var sales = await db
            .Chats.Where(c => c.Team == team && c.Kind == ChatKind.Sales && c.State == ChatState.Active)
            .Select(c => (long?)c.ChatId)
            .FirstOrDefaultAsync(cancellationToken);
        return sales is { } group && await chat.IsAdminAsync(group, reader.Value, cancellationToken) is true
            ?
            [
                [Button.Of(words["Team.Manage"], ClaimManaging.Verb, team.Value)],
            ]
            : [];
    }

    /// <summary>What they are beside a rep, which needs no word.</summary>
    private static IEnumerable<string> RolesOf(Member member)
    {
        if (member.Roles.HasFlag(Roles.Admin))
        {
            yield return "Team.MateAdmin";
        }
        else if (member.Roles.HasFlag(Roles.Manager))
        {
            yield return "Team.MateManager";
        }

        if (member.Roles.HasFlag(Roles.Marketer))
        {
            yield return "Team.MateMarketer";
        }
        else if (member is { IsRep: false, IsManager: false })
        {
            yield return "Team.MateSpared";
        }
    }

    private static string LineOf(TeamMate mate, RepClaims? made, WorkingHours hours, Wording words, DateTimeOffset now)
    {
        var shift = mate.Member.ShiftAt(now, hours);
        var at = shift switch
        {
            { IsOn: true } => words["Team.MateOn"],
            { Until: { } until } => words.Say(
                shift.Why is Away.OnBreak ? "Team.MateBreak" : "Team.MateOff",
                words.Time(until, now)
            ),
            _ => words["Team.MateOffOpen"],
        };
        var parts = new List<string> { mate.Person.Name };
        parts.AddRange(RolesOf(mate.Member).Select(key => words[key]));
        if (mate.Member.IsRep)
        {
            parts.Add(at);
        }

        if (mate.Member.IsRep || mate.Open > 0)
        {
            parts.Add(words.Say("Team.MateLeads", mate.Open));
        }

        if (made is not null)
        {
            parts.Add(words.Say("Team.MateClaims", words.Percent((decimal)made.Share), words.Duration(made.Median)));
        }

        if (MateTrouble.Of(mate.Member, mate.Person, now) is { } trouble)
        {
            parts.Add(trouble.Text(words));
        }

        return string.Join(" · ", parts);
    }
}
