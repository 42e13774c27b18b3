using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Dialogues;

public sealed class SuspendedDialogueTests
{
    private const long Sales = -1001;
    private const long Ivan = 11;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_three_sales_in_a_row_the_first_amount_can_be_given_first(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        var first = await SellAsync(bot, talk);
        var question = talk.IdOfLast(Ivan);
        await SellAsync(bot, talk);
        await SellAsync(bot, talk);

        await bot
            .Services.GetRequiredService<IUpdateSink>()
            .HandleAsync(Reply("120k", question), "{}", CancellationToken.None);

        var amount = await bot.ReadAsync(db =>
            db.Leads.Where(l => l.Id == first).Select(l => l.AmountMinor).SingleAsync()
        );
        Assert.Equal(12_000_000, amount);
    }

    private static async Task<LeadId> SellAsync(TestBot bot, Talk talk)
    {
        var lead = await LeadRows.AddAsync(bot);
        await talk.SayAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Take, lead.Value), Sales, talk.IdOfLast(Sales));
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Win, lead.Value), message: talk.IdOfLast(Ivan));
        return lead;
    }

    private static TextWritten Reply(string text, int to) =>
        new(text, 900, to, false, null)
        {
            Key = new UpdateKey(424242, 900),
            Place = new Place(new ChatAddress(Ivan), PlaceKind.Private, ""),
            From = new Sender(Ivan, "Ivan", null, "en"),
        };
}
