using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Features.Handoff;

/// <summary>A lead that waits again though the sales chat never saw its card.</summary>
public sealed class MissingCardTests
{
    private const long Sales = -1001;
    private const long Ivan = 11;

    /// <summary>Longer than a chat's pace, shorter than an undo.</summary>
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(10);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rejected_before_its_card_was_sent_and_taken_back_it_gets_one(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        var talk = new Talk(bot);
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Reject, lead.Value, (long)RejectReason.Spam));
        var whileRejected = talk.To(Sales).Count;
        bot.Clock.Advance(AMoment);

        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Undo, lead.Value));

        Assert.Equal(0, whileRejected);
        Assert.StartsWith($"🔥 {lead}", Assert.Single(talk.To(Sales)).PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Held_as_suspect_then_taken_and_given_back_it_gets_one(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot, isSuspect: true);
        var talk = new Talk(bot);
        await talk.PressAsync(1, new ButtonPress(LeadVerbs.Take, lead.Value));
        var whileTaken = talk.To(Sales).Count;
        bot.Clock.Advance(AMoment);

        await talk.PressAsync(1, new ButtonPress(LeadVerbs.Release, lead.Value));

        Assert.Equal(0, whileTaken);
        Assert.StartsWith($"🔥 {lead}", Assert.Single(talk.To(Sales)).PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_closed_it_stays_on_the_card_when_the_amount_is_corrected(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var lead = await LeadRows.AddAsync(bot);
        var talk = new Talk(bot);
        await talk.SayAsync();
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Take, lead.Value));
        bot.Clock.Advance(AMoment);
        await talk.PressAsync(Ivan, new ButtonPress(LeadVerbs.Win, lead.Value));
        bot.Clock.Advance(AMoment);
        await talk.PressAsync(1, new ButtonPress(LeadVerbs.Amount, lead.Value));

        bot.Clock.Advance(AMoment);
        await talk.WriteAsync(1, "120000");

        var card = talk.Edited.Last(e => e.Standing.ChatId == Sales).Message.PlainText;
        Assert.Equal(120_000_00, await bot.ReadAsync(db => db.Leads.Select(l => l.AmountMinor).SingleAsync()));
        Assert.Contains("Ivan", card, StringComparison.Ordinal);
    }
}
