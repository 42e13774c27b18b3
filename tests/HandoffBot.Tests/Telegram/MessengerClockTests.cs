using HandoffBot.Chat;
using HandoffBot.Tests.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace HandoffBot.Tests.Telegram;

public sealed class MessengerClockTests
{
    [Fact]
    public async Task Clock_of_Telegram_is_read_off_its_answers()
    {
        await using var stage = await Stage.StartAsync();
        await using var bot = new BotParts(Stage.Token, stage.Url);
        var before = bot.Clock.Difference;

        await bot.Chat.MeetAsync(TestContext.Current.CancellationToken);

        Assert.Null(before);
        Assert.InRange(bot.Clock.Difference!.Value, TimeSpan.FromSeconds(-20), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Difference_has_the_sign_of_the_messenger()
    {
        var machine = new FakeTimeProvider();
        var clock = new MessengerClock(machine);

        clock.Told(machine.GetUtcNow().AddMinutes(-3));

        Assert.Equal(TimeSpan.FromMinutes(-3), clock.Difference);
    }
}
