using HandoffBot.Checkup;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Webhooks;

/// <summary>An address that takes nothing: what becomes of its events, and who hears of it.</summary>
public sealed class WebhookEndTests
{
    private const long Olga = 1;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Address_that_answers_410_is_turned_off_and_the_admin_hears_it(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        var talk = new Talk(way.Bot);
        await way.AskAsync("anna");
        await way.AskAsync("anna");
        way.Crm.Always(410);

        await way.SendAsync();
        await way.AskAsync("boris");
        await way.SendAsync();
        await talk.SayAsync();

        Assert.Single(way.Crm.Posts);
        Assert.Equal(WebhookEnd.Gone, (await way.WebhookAsync()).OffBecause);
        Assert.Equal(
            [
                (WebhookDeliveryState.Failed, WebhookTrouble.Gone),
                (WebhookDeliveryState.Failed, WebhookTrouble.TurnedOff),
            ],
            (await way.DeliveriesAsync()).Select(d => (d.State, d.Trouble!.Value))
        );
        var told = talk.To(Olga).Where(m => m.PlainText.Contains("410", StringComparison.Ordinal));
        Assert.Equal("Вебхук", Assert.Single(Assert.Single(told).Keyboard.SelectMany(r => r)).Label);
        Assert.Contains("127.0.0.1 ответил 410", await DoctorAsync(way), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_five_days_without_success_it_is_turned_off(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        var talk = new Talk(way.Bot);
        await way.AskAsync("anna");
        way.Crm.Always(500);

        for (var tries = 0; tries < 4; tries++)
        {
            await way.SendAsync();
            Assert.True((await way.WebhookAsync()).IsOn);
            way.Bot.Clock.Advance(TimeSpan.FromHours(30));
        }

        await way.SendAsync();
        await talk.SayAsync();
        Assert.Equal(WebhookEnd.Silent, (await way.WebhookAsync()).OffBecause);
        Assert.Single(talk.To(Olga), m => m.PlainText.Contains("пять дней", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Events_that_fail_for_good_are_told_to_the_admin_once(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        var talk = new Talk(way.Bot);
        way.Crm.Always(500);
        await way.AskAsync("anna");
        await way.AskAsync("boris");

        await WearOutAsync(way);
        await talk.SayAsync();

        Assert.Equal(2 * WebhookRetries.Tries, way.Crm.Posts.Count);
        Assert.All(await way.DeliveriesAsync(), d => Assert.Equal(WebhookDeliveryState.Failed, d.State));
        Assert.Single(talk.To(Olga), m => m.PlainText.Contains("не ушло совсем", StringComparison.Ordinal));
        Assert.True((await way.WebhookAsync()).IsOn);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_failed_is_sent_again_by_a_button(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        var talk = new Talk(way.Bot);
        way.Crm.Always(410);
        await way.AskAsync("anna");
        await way.AskAsync("anna");
        await way.SendAsync();
        way.Crm.Always(204);

        await talk.CommandAsync(Olga, "settings");
        await talk.PressAsync(Olga, "Вебхук…");
        await talk.PressAsync(Olga, "Не ушло: 2");
        var list = talk.To(Olga)[^1].PlainText;
        var whileOff = await talk.PressAsync(Olga, "Отправить ещё");
        await talk.PressAsync(Olga, "Включить");
        await talk.PressAsync(Olga, "Не ушло: 2");
        var again = await talk.PressAsync(Olga, "Отправить ещё");
        await way.SendAsync();

        Assert.Contains("L-1 lead.received", list, StringComparison.Ordinal);
        Assert.Contains("ответ 410", list, StringComparison.Ordinal);
        Assert.StartsWith("Вебхук выключен", whileOff, StringComparison.Ordinal);
        Assert.Equal("Снова в пути: 2", again);
        Assert.Equal(["lead.received", "lead.inquiry_repeated"], way.Crm.Posts.Skip(1).Select(p => p.Type));
        Assert.All(await way.DeliveriesAsync(), d => Assert.Equal(WebhookDeliveryState.Sent, d.State));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Success_lets_the_admin_hear_of_the_next_trouble(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        var talk = new Talk(way.Bot);
        foreach (var name in new[] { "anna", "boris" })
        {
            way.Crm.Always(500);
            await way.AskAsync(name);
            await WearOutAsync(way);
            await talk.SayAsync();
            way.Crm.Always(204);
            await way.AskAsync("olga");
            await way.SendAsync();
        }

        Assert.Equal(2, talk.To(Olga).Count(m => m.PlainText.Contains("не ушло совсем", StringComparison.Ordinal)));
    }

    private static async Task WearOutAsync(WayOut way)
    {
        for (var tries = 1; tries <= WebhookRetries.Tries; tries++)
        {
            await way.SendAsync();
            way.Bot.Clock.Advance((WebhookRetries.After(tries, 1) ?? TimeSpan.Zero) + TimeSpan.FromSeconds(1));
        }
    }

    private static async Task<string> DoctorAsync(WayOut way)
    {
        await using var scope = way.Bot.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<WebhookCheck>().ExamineAsync(CancellationToken.None);
        return Assert.Single(found).In(WordingOf.Stranger("ru"));
    }
}
