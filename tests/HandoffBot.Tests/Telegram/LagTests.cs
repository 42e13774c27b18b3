using HandoffBot.Tests.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace HandoffBot.Tests.Telegram;

public sealed class LagTests
{
    [Fact]
    public async Task How_late_the_last_news_was_is_told_for_a_minute_and_not_for_ever()
    {
        var clock = new FakeTimeProvider();
        await using var bot = new BotParts(Stage.Token, clock: clock);

        bot.State.Lagged(TimeSpan.FromSeconds(90));
        clock.Advance(TimeSpan.FromSeconds(59));
        var soon = bot.State.Now.Lag;
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((TimeSpan.FromSeconds(90), TimeSpan.Zero), (soon, bot.State.Now.Lag));
    }
}
