using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Bot = HandoffBot.Load.Running.Bot;
using Database = HandoffBot.Load.Running.Database;
using Lead = HandoffBot.Domain.Leads.Lead;

namespace HandoffBot.Load.Inside;

/// <summary>A year by a moved clock: each step that was told against when it was to be told.</summary>
internal sealed class Year(StandingBot bot, YearPlan plan)
{
    private const int Rep = 1_000_000;

    /// <summary>Shifts begin and end by it; the bot itself looks every second.</summary>
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>A sweep.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private readonly Dictionary<YearPlan.Lead, LeadId> leads = [];
    private readonly Dictionary<int, TeamRhythm> rhythms = [];

    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, YearPlan plan)
    {
        await using var telegram = await LookAlike.StartAsync(programs.Sandbox);
        var world = await telegram.Control.WorldAsync();
        await using var process = Bot.Of(programs.Bot, database, telegram, world.Token, limits: true);
        await process.VerbAsync("migrate");
        await using var bot = await StandingBot.StartAsync(process.Settings, plan.From);
        var year = new Year(bot, plan);
        await year.FoundAsync();
        await year.LiveAsync();
        return [await year.RowAsync(database.Provider)];
    }

    private Task FoundAsync() =>
        bot.CommitAsync(async db =>
        {
            foreach (var planned in plan.Teams)
            {
                var team = new SalesTeam
                {
                    Id = new TeamId((int)await db.NextAsync("team", CancellationToken.None)),
                    Name = string.Create(CultureInfo.InvariantCulture, $"Team {planned.Number:000}"),
                    Locale = new Locale(Language.English, planned.Zone.Id, "US", "USD"),
                };
                team.Work(planned.Days, planned.From, planned.To);
                team.CloseOn(planned.Holidays);
                db.Teams.Add(team);
                db.Sources.Add(new Source { Team = team.Id, Name = "Site" });
                var member = db.Members.Add(new Member { Team = team.Id, Person = RepOf(planned) }).Entity;
                member.SeenAs(Roles.Rep, plan.From);
                rhythms[planned.Number] = team.Rhythm;
            }
        });

    private async Task LiveAsync()
    {
        var happens = new Queue<(DateTimeOffset At, Func<Task> DoAsync)>(
            plan.Leads.SelectMany(Happens)
                .Concat(plan.Downs.Select(d => (At: d.From, DoAsync: (Func<Task>)(() => BeDown(d)))))
                .OrderBy(h => h.At)
        );
        for (var now = plan.From; now < plan.To; now = await NextAsync(now, happens))
        {
            bot.Clock.Advance(now - bot.Clock.GetUtcNow());
            while (happens.TryPeek(out var next) && next.At <= now)
            {
                await happens.Dequeue().DoAsync();
                now = bot.Clock.GetUtcNow();
            }

            await bot.SweepAsync();
        }
    }

    private async Task<DateTimeOffset> NextAsync(DateTimeOffset now, Queue<(DateTimeOffset At, Func<Task>)> happens)
    {
        var quarter = new DateTimeOffset((now.Ticks / Quarter.Ticks + 1) * Quarter.Ticks, TimeSpan.Zero);
        var due = await bot.ReadAsync(db =>
            db.Leads.Where(l => l.NextStepAt > now)
                .OrderBy(l => l.NextStepAt)
                .Select(l => l.NextStepAt)
                .FirstOrDefaultAsync()
        );
        var next = due is { } at && at < quarter ? at : quarter;
        return happens.TryPeek(out var first) && first.At < next ? first.At : next;
    }

    private IEnumerable<(DateTimeOffset At, Func<Task> DoAsync)> Happens(YearPlan.Lead lead)
    {
        var (rep, rhythm) = (RepOf(lead.Team), rhythms[lead.Team.Number]);
        yield return (lead.At, () => ReceiveAsync(lead));
        if (lead.TakenAt is { } taken)
        {
            yield return (taken, () => ChangeAsync(lead, l => l.Claim(rep, taken, rhythm) is ClaimOutcome.Claimed));
        }

        if (lead.ReachedAt is { } reached)
        {
            yield return (
                reached,
                () => ChangeAsync(lead, l => l.Reach(new Actor(rep), reached, rhythm) is LeadOutcome.Done)
            );
        }

        yield return (
            lead.OverAt,
            () =>
                ChangeAsync(
                    lead,
                    l =>
                        l.Reject(new Actor(rep, IsManager: true), RejectReason.Other, lead.OverAt, rhythm)
                        is LeadOutcome.Done
                )
        );
    }

    private Task BeDown(YearPlan.Down down)
    {
        var hearing = bot.Services.GetRequiredService<Hearing>();
        hearing.Heard();
        hearing.Failed();
        bot.Clock.Advance(down.To - down.From);
        hearing.Heard();
        return Task.CompletedTask;
    }

    private Task ReceiveAsync(YearPlan.Lead lead) =>
        bot.CommitAsync(async db =>
        {
            var source = await db.Sources.SingleAsync(s => s.Team == TeamOf(lead));
            leads[lead] = new LeadId(await db.NextAsync("lead", CancellationToken.None));
            var email = string.Create(CultureInfo.InvariantCulture, $"y{leads[lead].Value}@windows.example");
            var contact = Contact.Of(source.Team, "Anna Petrova", null, false, email, null);
            var given = new NewLead(source.Team, source.Id, null, contact, null, null, false, false);
            db.Leads.Add(Lead.Receive(leads[lead], given, lead.At, rhythms[lead.Team.Number]));
        });

    private Task ChangeAsync(YearPlan.Lead lead, Func<Lead, bool> change) =>
        bot.CommitAsync(async db =>
        {
            var row = await db.Leads.SingleAsync(l => l.Id == leads[lead]);
            _ = change(row) ? true : throw new InvalidOperationException($"{row.Id} did not change.");
        });

    private async Task<Row> RowAsync(string provider)
    {
        var told = (
            await bot.ReadAsync(db =>
                db.LeadEvents.AsNoTracking().Where(e => e.Step != null).OrderBy(e => e.Seq).ToListAsync()
            )
        ).ToLookup(e => e.Lead, e => (Step: e.Step!.Value, e.At));
        var reckoned = new YearReckoned(plan);
        var (steps, off, twice, never, first) = (0, 0, 0, 0, "");
        foreach (var lead in plan.Leads)
        {
            var expected = reckoned.Of(lead).ToList();
            steps += expected.Count;
            foreach (var step in expected.Select(e => e.Step).Concat(told[leads[lead]].Select(t => t.Step)).Distinct())
            {
                var (due, came) = (At(expected, step), At(told[leads[lead]], step));
                off += due.Zip(came).Count(p => (p.First - p.Second).Duration() > Late);
                twice += Math.Max(0, came.Count - due.Count);
                never += Math.Max(0, due.Count - came.Count);
                if (first.Length == 0 && !due.SequenceEqual(came))
                {
                    first = $"; {leads[lead]} {step}: {Said(came.Except(due))} instead of {Said(due.Except(came))}";
                }
            }
        }

        return new Row(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.Teams.Count} teams in different zones from {plan.From:yyyy-MM-dd} to {plan.To:yyyy-MM-dd}, {plan.Leads.Count:#,0} leads, {plan.Downs.Count} downtimes, {provider}: steps more than a sweep early or late / twice / never"
            ),
            "0 / 0 / 0",
            string.Create(CultureInfo.InvariantCulture, $"{off} / {twice} / {never} of {steps:#,0}{first}"),
            off + twice + never == 0
        )
        {
            IsSound = off + twice + never == 0,
        };
    }

    private static List<DateTimeOffset> At(IEnumerable<(LeadStep Step, DateTimeOffset At)> told, LeadStep step) =>
        [.. told.Where(t => t.Step == step).Select(t => t.At)];

    private static string Said(IEnumerable<DateTimeOffset> moments) =>
        string.Join(", ", moments.Select(m => m.ToString("s", CultureInfo.InvariantCulture)));

    private static PersonId RepOf(YearPlan.Team team) => new(Rep + team.Number);

    private static TeamId TeamOf(YearPlan.Lead lead) => new(lead.Team.Number);
}
