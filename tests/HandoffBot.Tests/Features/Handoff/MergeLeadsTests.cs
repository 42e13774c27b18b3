using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Digest;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Handoff;

public sealed class MergeLeadsTests
{
    private const long Olga = 1;
    private const long Ivan = 11;
    private const long Anna = 12;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_merges_that_cross_one_counts_and_the_other_is_told_that_they_are_one(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, one, other) = await TwoAsync(bot);
        var sink = bot.Services.GetRequiredService<IUpdateSink>();
        var answers = LeadRows.Answers(bot);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    Task.Run(() => sink.HandleAsync(Press(i % 2 == 0 ? (one, other) : (other, one), i), "{}", default))
                )
        );

        var leads = await LeadsAsync(bot);
        Assert.Equal([LeadStatus.New, LeadStatus.Merged], leads.Select(l => l.Status));
        Assert.Equal(1, leads[0].Absorbed);
        Assert.Equal(2, await bot.ReadAsync(db => db.LeadEvents.CountAsync(e => e.Kind == nameof(LeadMerged))));
        Assert.Single(answers, a => a.Text == Say("Handoff.MergeDone", other, one));
        Assert.Equal(
            7,
            answers.Count(a =>
                a.Text.Contains("one lead already", StringComparison.Ordinal)
                || a.Text == Say("Handoff.MergeItself", one)
            )
        );
        _ = talk;

        static ButtonPressed Press((LeadId One, LeadId Other) pair, int update) =>
            new("press", 5, new ButtonPress(LeadVerbs.Merge, pair.One.Value, pair.Other.Value))
            {
                Key = new UpdateKey(424242, 1000 + update),
                Place = new Place(new ChatAddress(Olga), PlaceKind.Private, ""),
                From = new Sender(Olga, "Olga", null, "en"),
            };
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_chain_ends_at_one_lead_and_each_link_comes_out_of_it_again(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, first, second) = await TwoAsync(bot);
        var third = await LeadRows.AddAsync(bot, "+79120000003", "Third");
        await MergeAsync(talk, Olga, third, second);
        await MergeAsync(talk, Olga, second, first);

        await talk.CommandAsync(Olga, "lead", argument: third.ToString());
        var shown = talk.To(Olga)[^1].PlainText;
        var already = await MergeAsync(talk, Olga, third, first);
        var apart = await talk.PressAsync(Olga, new ButtonPress(LeadVerbs.Apart, third.Value));
        var again = await talk.PressAsync(Olga, new ButtonPress(LeadVerbs.Apart, third.Value));

        Assert.Contains(first.ToString(), shown, StringComparison.Ordinal);
        Assert.Contains("Inquiry no. 3", shown, StringComparison.Ordinal);
        Assert.Equal(Say("Handoff.MergeItself", first), already);
        Assert.Equal(Say("Handoff.ApartDone", third, second), apart);
        Assert.Equal(Say("Handoff.ApartAlready", third), again);
        Assert.Equal(
            [LeadStatus.New, LeadStatus.Merged, LeadStatus.New],
            (await LeadsAsync(bot)).Select(l => l.Status)
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_may_not_merge_and_what_cannot_be_merged_is_told_in_one_line(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, one, other) = await TwoAsync(bot);
        var before = await LooksAsync(bot);

        var rep = await MergeAsync(talk, Ivan, other, one);
        var itself = await MergeAsync(talk, Olga, one, one);
        var nobody = await MergeAsync(talk, Olga, one, new LeadId(77));
        await bot.CommitAsync(async scope =>
        {
            var lead = await scope.Db.Leads.SingleAsync(l => l.Id == other);
            lead.Reject(
                new Actor(new PersonId(Olga), true),
                RejectReason.Spam,
                bot.Clock.GetUtcNow(),
                Rhythm(scope.Db)
            );
            await scope.Db.SaveChangesAsync();
        });
        var closed = await MergeAsync(talk, Olga, one, other);

        Assert.Equal(Say("Handoff.MergeNotYours"), rep);
        Assert.Equal(Say("Handoff.MergeItself", one), itself);
        Assert.Equal(Say("Handoff.NoSuchLead", new LeadId(77)), nobody);
        Assert.Equal(Say("Handoff.MergeClosed", other, one), closed);
        Assert.StartsWith(before, await LooksAsync(bot), StringComparison.Ordinal);
        Assert.Equal(0, await bot.ReadAsync(db => db.LeadEvents.CountAsync(e => e.Kind == nameof(LeadMerged))));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_claim_in_between_decides_which_one_stays(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, one, other) = await TwoAsync(bot);
        await bot.CommitAsync(async scope =>
        {
            var lead = await scope.Db.Leads.SingleAsync(l => l.Id == other);
            lead.Claim(new PersonId(Anna), bot.Clock.GetUtcNow(), Rhythm(scope.Db));
            await scope.Db.SaveChangesAsync();
        });

        await MergeAsync(talk, Olga, other, one);
        var late = await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Take, one.Value), -1001);

        Assert.Equal([LeadStatus.Merged, LeadStatus.Claimed], (await LeadsAsync(bot)).Select(l => l.Status));
        Assert.Equal(Say("Handoff.IsMerged", one, other), late);
        Assert.Contains(talk.To(Anna), m => m.PlainText.StartsWith(Say("Handoff.MergeDone", one, other)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Figures_count_two_that_are_one_once(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, one, other) = await TwoAsync(bot);
        await MergeAsync(talk, Olga, one, other);

        var facts = await bot.CommitAsync(scope =>
            new LeadFactsQuery(scope.Db).SinceAsync(new TeamId(1), TestBot.Monday.AddDays(-1), CancellationToken.None)
        );

        Assert.Equal(one, Assert.Single(facts).Id);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Notes_and_words_of_both_are_read_at_the_one_that_stays(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var (talk, one, other) = await TwoAsync(bot);
        await bot.CommitAsync(async scope =>
        {
            var lead = await scope.Db.Leads.SingleAsync(l => l.Id == one);
            lead.Claim(new PersonId(Ivan), bot.Clock.GetUtcNow(), Rhythm(scope.Db));
            scope.Db.LeadWords.Add(
                new LeadWords
                {
                    Lead = other,
                    Kind = WordsKind.Note,
                    Text = "wants a balcony too",
                    At = bot.Clock.GetUtcNow(),
                }
            );
            await scope.Db.SaveChangesAsync();
        });
        await MergeAsync(talk, Ivan, other, one);

        await talk.CommandAsync(Ivan, "lead", argument: other.ToString());

        var sheet = talk.To(Ivan)[^1].PlainText;
        Assert.Contains("wants a balcony too", sheet, StringComparison.Ordinal);
        Assert.Contains("+79120000002", sheet, StringComparison.Ordinal);
    }

    private static HandoffBot.Domain.Reminders.TeamRhythm Rhythm(HandoffDb db) => db.Teams.Single().Rhythm;

    private static Task<string> MergeAsync(Talk talk, long person, LeadId one, LeadId other) =>
        talk.PressAsync(person, new ButtonPress(LeadVerbs.Merge, one.Value, other.Value));

    private static string Say(string key, params LeadId[] leads) =>
        leads
            .Select((lead, at) => ($"{{{at}}}", lead.ToString()))
            .Aggregate(Texts.Get(key, Language.English), (text, hole) => text.Replace(hole.Item1, hole.Item2));

    private static Task<List<Lead>> LeadsAsync(TestBot bot) =>
        bot.ReadAsync(db => db.Leads.AsNoTracking().OrderBy(l => l.Id).ToListAsync());

    private static async Task<string> LooksAsync(TestBot bot)
    {
        var lead = (await LeadsAsync(bot))[0];
        return $"{lead.Status} {lead.Owner} {lead.Version}";
    }

    private static async Task<(Talk Talk, LeadId One, LeadId Other)> TwoAsync(TestBot bot)
    {
        await bot.TeamAsync(Language.English);
        var one = await LeadRows.AddAsync(bot, "+79120000001", "First");
        var other = await LeadRows.AddAsync(bot, "+79120000002", "Second");
        var talk = new Talk(bot);
        await talk.SayAsync();
        return (talk, one, other);
    }
}
