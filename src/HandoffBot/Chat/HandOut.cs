using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Chat;

/// <summary>Offers a waiting lead to one by name, where the team hands out so. Belongs into the transaction that let the lead wait.</summary>
internal sealed class HandOut(HandoffDb db, TimeProvider clock)
{
    public async Task OfferAsync(Lead lead, CancellationToken cancellationToken)
    {
        var team = await db.Teams.FindAsync([lead.Team], cancellationToken);
        if (team!.Handing.Mode is HandingMode.Free || lead is not { Status: LeadStatus.New, IsSuspect: false })
        {
            return;
        }

        var fits = await FitAsync(lead, team, cancellationToken);
        var now = clock.GetUtcNow();
        if (await OfferAsync(lead, team, team.Handing.Mode, fits, cancellationToken) is { To: null } toAll)
        {
            lead.OfferToAll(toAll, now);
        }
    }

    /// <summary>Nobody took it in time: offers it to the next in turn who was not asked yet, however the team hands out.</summary>
    public async Task OfferNextAsync(Lead lead, CancellationToken cancellationToken)
    {
        var team = await db.Teams.FindAsync([lead.Team], cancellationToken);
        var before = await db
            .LeadEvents.AsNoTracking()
            .Where(e => e.Lead == lead.Id && e.Cycle == lead.Cycle && e.Kind == nameof(LeadOffered))
            .Select(e => e.Codes)
            .ToListAsync(cancellationToken);
        var asked = before.Select(c => OfferCodes.Read(c).To).ToHashSet();
        SkipReason? Fits(Member member) => asked.Contains(member.Person.Value) ? SkipReason.Asked : null;
        await OfferAsync(lead, team!, HandingMode.InTurn, Fits, cancellationToken);
    }

    /// <returns>To nobody where nobody could be asked.</returns>
    private async Task<Offering> OfferAsync(
        Lead lead,
        SalesTeam team,
        HandingMode mode,
        Func<Member, SkipReason?> fits,
        CancellationToken cancellationToken
    )
    {
        // One after the other: two that come at once are not offered to the same one as if they were one.
        await db.LockAsync([string.Create(CultureInfo.InvariantCulture, $"turn:{team.Id.Value}")], cancellationToken);
        var now = clock.GetUtcNow();
        var reps = await RepsAsync(team, now, cancellationToken);
        var (chosen, considered) = Choose(reps, fits, team, now);
        var offering = new Offering(mode, chosen?.Member.Person, considered);
        if (chosen is not null)
        {
            chosen.Member.CountOffer(now, team);
            lead.Offer(offering, team.Rhythm.After(now, team.Handing.For), now);
        }

        return offering;
    }

    private static (Rep? Chosen, IReadOnlyList<Considered> Considered) Choose(
        List<Rep> reps,
        Func<Member, SkipReason?> fits,
        SalesTeam team,
        DateTimeOffset now
    )
    {
        var skips = reps.ToDictionary(r => r.Member.Person, r => r.Skipped(team, now) ?? fits(r.Member));
        var turn = Turn.Of(reps.Where(r => skips[r.Member.Person] is null).Select(r => r.CandidateAt(now, team)));
        var all = reps.ConvertAll(r => r.CandidateAt(now, team));
        var (offers, shift) = (all.Sum(c => c.Offers), all.Sum(c => c.Weight * c.OnShift.TotalHours));
        var considered = reps.Zip(all)
            .Select(p => new Considered(
                p.First.Member.Person,
                p.First.Member.Person == turn
                    ? SkipReason.Chosen
                    : skips[p.First.Member.Person] ?? SkipReason.LaterInTurn,
                p.First.Hands.Open,
                Hundredths(p.Second.Offers, offers),
                Hundredths(p.Second.Weight * p.Second.OnShift.TotalHours, shift)
            ));
        return (reps.Find(r => r.Member.Person == turn), [.. considered]);
    }

    private async Task<List<Rep>> RepsAsync(SalesTeam team, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await (
            from member in db.Members
            where member.Team == team.Id && member.LeftAt == null && (member.Roles & Roles.Rep) != 0
            join person in db.People on member.Person equals person.Id
            orderby person.Id
            select new { member, person }
        ).ToListAsync(cancellationToken);
        var reps = new List<Rep>();
        foreach (var pair in found)
        {
            var hands = await db.HandsAsync(team.Id, pair.person.Id, cancellationToken);
            var offered = await db.Leads.CountAsync(
                l =>
                    l.Team == team.Id
                    && l.Status == LeadStatus.New
                    && l.OfferedTo == pair.person.Id
                    && l.OfferedUntil > now,
                cancellationToken
            );
            var all = new Hands(hands.Open + offered, hands.NotWorked + offered);
            reps.Add(new Rep(pair.member, pair.person.IsReachable, all));
        }

        return reps;
    }

    /// <summary>Whom the lead is for, by the team's way of handing out; why not, or null where it is.</summary>
    private async Task<Func<Member, SkipReason?>> FitAsync(
        Lead lead,
        SalesTeam team,
        CancellationToken cancellationToken
    )
    {
        switch (team.Handing.Mode)
        {
            case HandingMode.Skills:
                var source = await db
                    .Sources.Where(s => s.Id == lead.SourceId)
                    .Select(s => s.Name)
                    .SingleAsync(cancellationToken);
                var said = $"{lead.SearchText} {source.ToLowerInvariant()}";
                return m =>
                    m.Skills.Any(s => said.Contains(s, StringComparison.Ordinal)) ? null : SkipReason.OtherSkills;
            case HandingMode.OwnerFirst:
                var owner = await OwnerBeforeAsync(lead, cancellationToken);
                return m => m.Person == owner ? null : SkipReason.NotTheOwner;
            default:
                return _ => null;
        }
    }

    /// <summary>Who had this customer last.</summary>
    private Task<PersonId?> OwnerBeforeAsync(Lead lead, CancellationToken cancellationToken)
    {
        var (phone, email) = (lead.Contact.Phone, lead.Contact.Email);
        return db
            .Leads.Where(l => l.Team == lead.Team && l.Id != lead.Id && l.Owner != null)
            .Where(l => (phone != null && l.Contact.Phone == phone) || (email != null && l.Contact.Email == email))
            .OrderByDescending(l => l.Id)
            .Select(l => l.Owner)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static int Hundredths(double part, double whole) =>
        whole <= 0 ? 0 : (int)Math.Round(100 * part / whole, MidpointRounding.AwayFromZero);

    /// <param name="Hands">With what is offered to them just now.</param>
    private sealed record Rep(Member Member, bool IsReachable, Hands Hands)
    {
        public SkipReason? Skipped(SalesTeam team, DateTimeOffset now) =>
            !Member.ShiftAt(now, team.Rhythm.Hours).IsOn ? SkipReason.OffShift
            : team.Capacity.Of(Hands) is not Fullness.No ? SkipReason.Full
            : !IsReachable ? SkipReason.Unreachable
            : Member.Weight == 0 ? SkipReason.NoWeight
            : null;

        public Turn.Candidate CandidateAt(DateTimeOffset now, SalesTeam team)
        {
            var shift = Member.ShiftAt(now, team.Rhythm.Hours);
            if (shift.IsOn)
            {
                Member.CountCome(shift.Since, team);
            }

            var tally = Member.ThisWeek(now, team);
            return new Turn.Candidate(Member.Person, Member.Weight, tally.Until(now), tally.Offers);
        }
    }
}
