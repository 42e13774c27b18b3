using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Handoff;

public sealed class LookedUpLeadTests
{
    private const long Sales = -1001;
    private const string Phone = "+79123451234";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_phone_is_found_however_its_beginning_is_written(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        var lead = await LeadRows.AddAsync(bot);

        await talk.CommandAsync(1, "find", argument: "8 (912) 345-12-34");

        var found = talk.To(1)[^1].PlainText;
        Assert.Contains(lead.ToString(), found, StringComparison.Ordinal);
        Assert.Contains("· waiting", found, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task All_of_ones_own_leads_are_reached_page_by_page(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        foreach (var i in Enumerable.Range(0, 8))
        {
            var lead = await LeadRows.AddAsync(bot, $"+79120000{i:000}");
            await bot.CommitAsync(async scope =>
            {
                var row = await scope.Db.Leads.SingleAsync(l => l.Id == lead);
                row.Claim(new PersonId(11), bot.Clock.GetUtcNow(), (await scope.Db.Teams.SingleAsync()).Rhythm);
                await scope.Db.SaveChangesAsync();
            });
        }

        await talk.SayAsync();
        await talk.CommandAsync(11, "mine");
        var first = talk.To(11)[^1];
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await talk.PressAsync(11, "2 more");

        Assert.Equal((7, 4), (first.Lines.Count, first.Keyboard.Count));
        Assert.Equal(3, talk.To(11)[^1].Lines.Count);
        Assert.Contains("L-8", talk.To(11)[^1].PlainText, StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await talk.PressAsync(11, new ButtonPress("mine", 60));
        Assert.Equal(first.PlainText, talk.To(11)[^1].PlainText);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_is_found_fits_eight_lines_with_its_title_and_says_that_there_is_more(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        foreach (var i in Enumerable.Range(0, 7))
        {
            await LeadRows.AddAsync(bot, $"+79120000{i:000}");
            bot.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await talk.SayAsync();
        await talk.CommandAsync(11, "find", argument: "kazan");
        var all = talk.To(11)[^1];
        await LeadRows.AddAsync(bot, "+79120000007");
        await talk.SayAsync();
        await talk.CommandAsync(11, "find", argument: "kazan");
        var newest = talk.To(11)[^1];

        Assert.Equal((8, 4), (all.Lines.Count, all.Keyboard.Count));
        Assert.StartsWith("Found: 7", all.PlainText, StringComparison.Ordinal);
        Assert.Equal((8, 4), (newest.Lines.Count, newest.Keyboard.Count));
        Assert.StartsWith("More than 7 found, the newest:", newest.PlainText, StringComparison.Ordinal);
        Assert.Contains("L-8", newest.Lines[1].PlainText, StringComparison.Ordinal);
        Assert.DoesNotContain(newest.Lines, l => l.PlainText.Contains("L-1 ", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_refusal_in_a_group_goes_to_private_where_that_is_possible(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);

        await talk.CommandAsync(11, "find", chat: Sales, argument: "4");
        var group = talk.To(Sales).Count;
        await talk.CommandAsync(99, "find", chat: Sales, argument: "4");

        Assert.Equal(0, group);
        Assert.Equal(Texts.Get("Handoff.FindUsage", Language.English), Assert.Single(talk.To(11)).PlainText);
        Assert.Equal(Texts.Get("Handoff.FindUsage", Language.English), Assert.Single(talk.To(Sales)).PlainText);
        Assert.Empty(talk.To(99));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_popup_of_somebody_unreachable_holds_the_number_behind_a_long_name(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        var name = string.Join(' ', Enumerable.Repeat("Konstantinopolsky", 11));
        var lead = await LeadRows.AddAsync(bot, name: name);

        var toast = await talk.PressAsync(99, new ButtonPress(LeadVerbs.Take, lead.Value), Sales);

        Assert.Contains(Phone, toast, StringComparison.Ordinal);
    }
}
