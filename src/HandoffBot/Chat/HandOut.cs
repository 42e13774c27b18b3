using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Chat;

/// <summary>Offers a waiting lead to one by name: where the team hands out so, and to whoever had the customer before. Belongs into the transaction that let the lead wait.</summary>
internal sealed class HandOut(HandoffDb db, TimeProvider clock)
{
    public async Task OfferAsync(Lead lead, CancellationToken cancellationToken)
    {
        var team = await db.Teams.FindAsync([lead.Team], cancellationToken);
        var former = await OwnerBeforeAsync(lead, cancellationToken);
        var isFree = team!.Handing.Mode is HandingMode.Free;
        var now = clock.GetUtcNow();
        if ((isFree && former is null) || lead is not { Status: LeadStatus.New, IsSuspect: false } || lead.RestsAt(now))
        {
            return;
        }

        var reps = await RepsAsync(team, cancellationToken);
        var mode = reps.Exists(r => r.Member.Person == former && r.Skipped(team, now) is null)
            ? HandingMode.OwnerFirst
            : team.Handing.Mode;
        if (mode is HandingMode.Free)
        {
            return;
        }

        var fits = await FitAsync(lead, mode, former, cancellationToken);
        if (Offer(lead, team, mode, Choose(reps, fits, team, now), now) is { To: null } toAll)
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
        var (now, reps) = (clock.GetUtcNow(), await RepsAsync(team!, cancellationToken));
        Offer(lead, team!, HandingMode.InTurn, Choose(reps, Fits, team!, now), now);
    }

    /// <returns>To nobody where nobody could be asked.</returns>
    private static Offering Offer(
        Lead lead,
        SalesTeam team,
        HandingMode mode,
        (Rep? Chosen, IReadOnlyList<Considered> Considered) choice,
        DateTimeOffset now
    )
    {
        var offering = new Offering(mode, choice.Chosen?.Member.Person, choice.Considered);
        if (choice.Chosen is { } chosen)
        {
            chosen.Member.CountOffer(now, team);
            var (offered, shift) = (
                team.Rhythm.After(now, team.Handing.For),
                chosen.Member.ShiftEndsAt(now, team.Rhythm.Hours)
            );
            lead.Offer(offering, shift < offered ? shift.Value : offered, now);
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

    private async Task<List<Rep>> RepsAsync(SalesTeam team, CancellationToken cancellationToken)
    {
        // One after the other: two that come at once are not offered to the same one as if they were one.
        await db.LockAsync([string.Create(CultureInfo.InvariantCulture, $"turn:{team.Id.Value}")], cancellationToken);
        var now = clock.GetUtcNow();
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
        HandingMode mode,
        PersonId? former,
        CancellationToken cancellationToken
    )
    {
        switch (mode)
        {
            case HandingMode.Skills:
                var source = await db
                    .Sources.Where(s => s.Id == lead.SourceId)
                    .Select(s => s.Name)
                    .SingleAsync(cancellationToken);
                var said = $"{lead.SearchText} {source.ToLowerInvariant()}";
                var tongues = await CustomerTongue.OfAsync(db, lead, cancellationToken);
                return m => m.Skills.Any(s => IsKnown(s, said, tongues)) ? null : SkipReason.OtherSkills;
            case HandingMode.OwnerFirst:
                return m => m.Person == former ? null : SkipReason.NotTheOwner;
            default:
                return _ => null;
        }
    }

    private static bool IsKnown(string skill, string said, IReadOnlyList<string> tongues) =>
        SkillMatch.Fits(skill, said) || (TongueNames.Named(skill) is { } tongue && tongues.Contains(tongue));

    /// <summary>Who had this customer last; nobody once the lead came back from somebody.</summary>
    private async Task<PersonId?> OwnerBeforeAsync(Lead lead, CancellationToken cancellationToken) =>
        lead is { Former: { } former, Cycle: 0 }
            ? await db.Leads.Where(l => l.Id == former).Select(l => l.Owner).SingleOrDefaultAsync(cancellationToken)
            : null;

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
