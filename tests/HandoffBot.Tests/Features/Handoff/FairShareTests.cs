using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Handoff;

/// <summary>
/// A thousand leads handed out in turn over five weeks, by what hands them out in earnest: the rows, the tally that begins anew each
/// week, shifts that end and breaks, offers that are taken, passed on or lapse, hands that fill up.
/// </summary>
public sealed class FairShareTests
{
    private const int Leads = 1000;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(12);
    private static readonly long[] Reps = [11, 12, 13, 14, 15, 16];

    private readonly Dictionary<long, TimeSpan> onShift = Reps.ToDictionary(r => r, _ => TimeSpan.Zero);
    private readonly Dictionary<long, int> offers = Reps.ToDictionary(r => r, _ => 0);
    private readonly Queue<(LeadId Lead, int Step)> open = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_a_thousand_leads_handed_out_everybody_gets_their_share_of_the_time_on_shift(int seed)
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await CompanyAsync(bot);
        var random = new Random(seed);

        for (var step = 0; step < Leads; step++)
        {
            await PassAsync(bot, random);
            await bot.CommitAsync(scope => ComesAsync(scope.Db, bot, random, step));
        }

        var (all, time) = (offers.Values.Sum(), onShift.Values.Sum(t => t.TotalHours));
        Assert.True(all > Leads * 0.95, $"Only {all} were offered to somebody.");
        Assert.All(Reps, r => Assert.InRange((offers[r] / (double)all) - (onShift[r].TotalHours / time), -0.02, 0.02));
    }

    /// <summary>Working time goes on; people leave, come back and have breaks as they like.</summary>
    private static async Task PassAsync(TestBot bot, Random random)
    {
        bot.Clock.Advance(Between);
        await bot.CommitAsync(async scope =>
        {
            var hours = (await scope.Db.Teams.SingleAsync()).Rhythm.Hours;
            if (!hours.IsOpen(bot.Clock.GetUtcNow()))
            {
                bot.Clock.SetUtcNow(hours.NextOpen(bot.Clock.GetUtcNow()) + Between);
            }

            var now = bot.Clock.GetUtcNow();
            foreach (var rep in await RepsOf(scope.Db).ToListAsync())
            {
                if (random.Next(30) > 0)
                {
                    continue;
                }

                if (!rep.ShiftAt(now, hours).IsOn)
                {
                    rep.ComeOn(now, hours);
                }
                else if (random.Next(2) == 0)
                {
                    rep.GoOff(now, hours);
                }
                else
                {
                    rep.Rest(TimeSpan.FromMinutes(random.Next(20, 180)), now);
                }
            }

            await scope.Db.SaveChangesAsync();
        });
        await using var services = bot.Services.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<WatchShifts>().SettleAsync(CancellationToken.None);
    }

    private async Task ComesAsync(HandoffDb db, TestBot bot, Random random, int step)
    {
        var (team, now) = (await db.Teams.SingleAsync(), bot.Clock.GetUtcNow());
        await CloseAsync(db, team, now, step);
        var on = (await RepsOf(db).ToListAsync()).Where(r => r.ShiftAt(now, team.Rhythm.Hours).IsOn).ToList();
        on.ForEach(r => onShift[r.Person.Value] += Between);

        var id = new LeadId(await db.NextAsync("lead", CancellationToken.None));
        var contact = Contact.Of(team.Id, "Anna", $"+7912{step:0000000}", false, null, null);
        var source = await db.Sources.Select(s => s.Id).SingleAsync();
        var given = new NewLead(team.Id, source, null, contact, "Windows", null, false, false);
        var lead = Lead.Receive(id, given, now, team.Rhythm);
        db.Leads.Add(lead);
        await db.SaveChangesAsync();
        await new HandOut(db, bot.Clock).OfferAsync(lead, CancellationToken.None);
        await db.SaveChangesAsync();

        if (lead.KeptFor(now) is not { } to)
        {
            lead.Claim(new PersonId(1), now, team.Rhythm);
        }
        else
        {
            Assert.Contains(on, r => r.Person == to);
            offers[to.Value]++;
            // Most take it; some pass it on, some let it lapse, and then whoever is there takes it.
            var passes = random.Next(6) == 0;
            if (passes)
            {
                lead.Pass(to, now);
            }

            var lapses = !passes && random.Next(5) == 0;
            var owner = passes || lapses ? on[random.Next(on.Count)].Person : to;
            var at = lapses ? lead.OfferedUntil!.Value : now;
            Assert.Equal(ClaimOutcome.Claimed, lead.Claim(owner, at, team.Rhythm));
        }

        open.Enqueue((id, step + random.Next(1, 25)));
        await db.SaveChangesAsync();
    }

    /// <summary>What was worked long enough is done.</summary>
    private async Task CloseAsync(HandoffDb db, SalesTeam team, DateTimeOffset now, int step)
    {
        while (open.TryPeek(out var oldest) && oldest.Step <= step)
        {
            open.Dequeue();
            var lead = await db.Leads.SingleAsync(l => l.Id == oldest.Lead);
            lead.Lose(new Actor(lead.Owner!.Value), LostReason.NoNeed, now, team.Rhythm);
        }
    }

    private static IQueryable<Member> RepsOf(HandoffDb db) =>
        db.Members.Where(m => (m.Roles & Roles.Rep) != 0).OrderBy(m => m.Person);

    private static async Task CompanyAsync(TestBot bot)
    {
        await bot.TeamAsync();
        await bot.CommitAsync(async scope =>
        {
            var (team, now) = (await scope.Db.Teams.SingleAsync(), bot.Clock.GetUtcNow());
            team.HandOut(team.Handing with { Mode = HandingMode.InTurn });
            scope.Db.Sources.Add(new Source { Team = team.Id, Name = "Site" });
            foreach (var rep in Reps.Skip(2))
            {
                var person = new Person { Id = new PersonId(rep), Name = $"Rep {rep}" };
                person.SeenInPrivate(now);
                scope.Db.People.Add(person);
                var member = new Member { Team = team.Id, Person = person.Id };
                member.SeenAs(Roles.Rep, now);
                scope.Db.Members.Add(member);
            }

            await scope.Db.SaveChangesAsync();
        });
    }
}
