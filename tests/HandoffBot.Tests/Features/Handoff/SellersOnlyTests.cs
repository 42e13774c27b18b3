using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Handoff;

/// <summary>Maria (21) is a marketer: she has pressed something in the marketing chat, never in the sales chat.</summary>
public sealed class SellersOnlyTests
{
    private const long Maria = 21;
    private const long Marketing = -1002;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_marketer_neither_takes_nor_rejects_a_lead(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        var talk = new Talk(bot);
        await talk.CommandAsync(Maria, "menu", Marketing);

        string[] answers =
        [
            await talk.PressAsync(Maria, new ButtonPress(LeadVerbs.Take, lead.Value)),
            await talk.PressAsync(Maria, new ButtonPress(LeadVerbs.Take, lead.Value), Marketing),
            await talk.PressAsync(Maria, new ButtonPress(LeadVerbs.Reject, lead.Value, (long)RejectReason.Spam)),
            await talk.PressAsync(11, new ButtonPress(LeadVerbs.Take, lead.Value), Marketing),
        ];

        Assert.All(answers, a => Assert.StartsWith("Leads are taken in the sales chat", a, StringComparison.Ordinal));
        Assert.Equal(LeadStatus.New, await bot.ReadAsync(db => db.Leads.Select(l => l.Status).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lead_is_not_assigned_to_a_marketer(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        var talk = new Talk(bot);
        await talk.CommandAsync(Maria, "menu", Marketing);

        await talk.PressAsync(1, new ButtonPress(LeadVerbs.Assign, lead.Value, Maria));

        Assert.Null(await bot.ReadAsync(db => db.Leads.Select(l => l.Owner).SingleAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lead_asked_for_in_a_group_is_shown_in_private(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        var talk = new Talk(bot);
        await talk.SayAsync();
        var before = talk.To(-1001).Count;

        await talk.CommandAsync(11, "lead", chat: -1001, argument: lead.ToString());

        Assert.Equal(before, talk.To(-1001).Count);
        Assert.Contains(lead.ToString(), talk.To(11)[^1].PlainText, StringComparison.Ordinal);
    }
}
