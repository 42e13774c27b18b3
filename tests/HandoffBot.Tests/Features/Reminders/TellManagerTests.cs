using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Features.Reminders;

public sealed class TellManagerTests
{
    private const long Manager = 1;

    [Theory]
    [InlineData(true, 8, "⏰ L-1 ждёт 8 ч при нормативе 5")]
    [InlineData(true, 48, "⏰ L-1 ждёт с пн 10:00 при нормативе 5")]
    [InlineData(false, 48, "⏰ L-1 has waited since Mon 10:00, the SLA is 5")]
    [InlineData(false, 24 * 14, "⏰ L-1 has waited since 16 November 10:00, the SLA is 5")]
    public async Task Wait_of_more_than_a_working_day_is_told_by_its_beginning(bool inRussian, int hours, string says)
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await bot.TeamAsync(inRussian ? Language.Russian : Language.English);
        var talk = new Talk(bot);
        var lead = await LeadRows.AddAsync(bot);
        bot.Clock.Advance(TimeSpan.FromHours(hours));

        await TellAsync(bot, lead);
        await talk.SayAsync();

        var told = talk.To(Manager)[^1].PlainText.Replace('\u00A0', ' ');
        Assert.StartsWith(says, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "старший с пн 10:00", "Kazan · с пн 10:00")]
    [InlineData(false, "the oldest since Mon 10:00", "Kazan · since Mon 10:00")]
    public async Task In_a_list_too(bool inRussian, string title, string line)
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await bot.TeamAsync(inRussian ? Language.Russian : Language.English);
        var talk = new Talk(bot);
        var first = await LeadRows.AddAsync(bot);
        var second = await LeadRows.AddAsync(bot, "+79123451235");
        bot.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromHours(3));

        await TellAsync(bot, first, second);
        await talk.SayAsync();

        var told = talk.To(Manager)[^1].PlainText.Replace('\u00A0', ' ').Replace("\u2069", "");
        Assert.Contains(title, told, StringComparison.Ordinal);
        Assert.Contains(line, told, StringComparison.Ordinal);
    }

    private static Task TellAsync(TestBot bot, params LeadId[] leads) =>
        bot.CommitAsync(async scope =>
        {
            var arguments = new TellManager.Arguments(1, [.. leads.Select(l => l.Value)]);
            var to = ChatAddress.Private(Manager);
            var intent = new Intent(nameof(TellManager), to, "test:1", OutboxPriority.Alarm, arguments);
            scope.Db.Say(intent, bot.Clock.GetUtcNow());
            await scope.Db.SaveChangesAsync();
        });
}
