using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Features.Handoff;

public sealed class WaitingCardTests
{
    private const long Sales = -1001;

    [Theory]
    [InlineData(true, "Взять до 10:05", "Ждёт с 10:00")]
    [InlineData(false, "Take by 10:05", "Waiting since 10:00")]
    public async Task Card_that_comes_late_says_since_when_the_lead_waits(bool inRussian, string inTime, string late)
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await bot.TeamAsync(inRussian ? Language.Russian : Language.English);
        var talk = new Talk(bot);
        await LeadRows.AddAsync(bot);
        await talk.SayAsync();
        await LeadRows.AddAsync(bot, "+79123451235");

        bot.Clock.Advance(TimeSpan.FromMinutes(8));
        await talk.SayAsync();

        Assert.EndsWith(inTime, talk.To(Sales)[0].PlainText, StringComparison.Ordinal);
        Assert.EndsWith(late, talk.To(Sales)[1].PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Source_that_stands_for_the_subject_is_named_once(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        await LeadRows.AddAsync(bot, product: null, city: null);

        await talk.SayAsync();

        var card = talk.To(Sales)[0].PlainText;
        Assert.Equal(2, card.Split("Site").Length);
    }
}
