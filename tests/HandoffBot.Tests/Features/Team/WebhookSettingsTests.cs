using System.Text.RegularExpressions;
using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Tests.Webhooks;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace HandoffBot.Tests.Features.Team;

public sealed partial class WebhookSettingsTests
{
    private const long Olga = 1;
    private const long Ivan = 11;
    private const long Anna = 12;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Address_is_typed_shown_back_tested_and_its_secret_shown(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider, isSet: false);
        var talk = new Talk(way.Bot);

        await TypeAsync(talk, Olga, way.Crm.Address);
        await way.SendAsync();
        await talk.SayAsync();

        var test = Assert.Single(way.Crm.Posts);
        var secret = Secret().Match(Said(talk, "whsec_")).Value;
        Assert.Equal("webhook.test", test.Type);
        Assert.True(test.IsSignedWith(secret));
        Assert.Contains(way.Crm.Address, Said(talk, "Вебхук «Test»"), StringComparison.Ordinal);
        Assert.Contains("204", Said(talk, "Проверка принята"), StringComparison.Ordinal);
        var change = await way.Bot.ReadAsync(db => db.TeamChanges.SingleAsync(c => c.Before == "нет"));
        Assert.Equal((TeamSetting.Webhook, new PersonId(Olga), "127.0.0.1"), (change.What, change.By, change.After));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Secret_stands_nowhere_else_and_goes_after_ten_minutes(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider, isSet: false);
        var talk = new Talk(way.Bot);
        Deletes(way);
        await TypeAsync(talk, Olga, way.Crm.Address);
        var secret = Secret().Match(Said(talk, "whsec_")).Value;

        var rows = await way.Bot.ReadAsync(db => db.Outbox.Select(o => o.Arguments).ToListAsync());
        var changes = await way.Bot.ReadAsync(db => db.TeamChanges.Select(c => c.Before + c.After).ToListAsync());
        way.Bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await talk.SayAsync();

        Assert.All(rows.Concat(changes), r => Assert.DoesNotContain(secret, r ?? "", StringComparison.Ordinal));
        Assert.All(changes, c => Assert.DoesNotContain(Receiver.Path, c, StringComparison.Ordinal));
        way.Bot.Chat.Verify(c => c.DeleteAsync(It.IsAny<MessageRef>(), It.IsAny<CancellationToken>()), Times.Once());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task New_secret_lets_the_old_one_sign_too_for_a_day(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider, isSet: false);
        var talk = new Talk(way.Bot);
        Deletes(way);
        await TypeAsync(talk, Olga, way.Crm.Address);
        var first = Secret().Match(Said(talk, "whsec_")).Value;
        way.Bot.Clock.Advance(TimeSpan.FromMinutes(1));

        await talk.PressAsync(Olga, "Секрет…");
        var second = Secret().Match(Said(talk, "whsec_")).Value;
        await way.SendAsync();
        way.Bot.Clock.Advance(TimeSpan.FromHours(25));
        await talk.PressAsync(Olga, "Проверить");
        await way.SendAsync();

        Assert.NotEqual(first, second);
        Assert.True(way.Crm.Posts[0].IsSignedWith(first) && way.Crm.Posts[0].IsSignedWith(second));
        Assert.False(way.Crm.Posts[1].IsSignedWith(first));
        Assert.True(way.Crm.Posts[1].IsSignedWith(second));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Another_new_secret_is_refused_while_the_old_one_signs(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider, isSet: false);
        var talk = new Talk(way.Bot);
        Deletes(way);
        await TypeAsync(talk, Olga, way.Crm.Address);
        var first = Secret().Match(Said(talk, "whsec_")).Value;
        way.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.PressAsync(Olga, "Секрет…");

        way.Bot.Clock.Advance(TimeSpan.FromHours(2));
        var refused = await talk.PressAsync(Olga, "Секрет…");
        await talk.PressAsync(Olga, "Проверить");
        await way.SendAsync();
        way.Bot.Clock.Advance(TimeSpan.FromHours(23));
        var later = await talk.PressAsync(Olga, "Секрет…");

        Assert.Equal("Прежний секрет подписывает до завтра 10:01. Новый можно сделать после этого.", refused);
        Assert.True(way.Crm.Posts[^1].IsSignedWith(first));
        Assert.Equal("", later);
    }

    [Theory]
    [InlineData("мой crm", "Это не веб-адрес.")]
    [InlineData("https://olga:secret@crm.example/", "Без имени и пароля в адресе")]
    [InlineData("http://crm.example/", "Нужен адрес https")]
    [InlineData("https://192.168.0.1/hook", "Нужен адрес из открытой сети")]
    public async Task Address_that_cannot_be_is_refused_with_what_is_possible(string typed, string answer)
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        await bot.TeamAsync();
        var talk = new Talk(bot);

        await TypeAsync(talk, Olga, typed);

        Assert.StartsWith(answer, talk.To(Olga)[^1].PlainText, StringComparison.Ordinal);
        Assert.Equal(0, await bot.ReadAsync(db => db.Webhooks.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Test_that_fails_says_why_also_where_the_name_leads_inside(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(
            provider,
            services => services.AddFound("127.0.0.1"),
            "--Webhooks:AllowHttp=true"
        );
        await bot.TeamAsync();
        var talk = new Talk(bot);

        await TypeAsync(talk, Olga, "http://crm.example/hook");
        await bot.SendWebhooksAsync();
        await talk.SayAsync();

        Assert.Contains("ведёт в частную сеть", Said(talk, "Проверка не принята"), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Manager_sets_the_address_and_only_the_admin_sees_the_secret(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider, isSet: false);
        await way.Bot.CommitAsync(async scope =>
        {
            var anna = await scope.Db.Members.SingleAsync(m => m.Person == new PersonId(Anna));
            anna.SeenAs(Roles.Manager, way.Now);
            await scope.Db.SaveChangesAsync();
        });
        var talk = new Talk(way.Bot);

        await TypeAsync(talk, Anna, way.Crm.Address);
        var refused = await talk.PressAsync(Anna, "Секрет…");

        Assert.StartsWith("Секреты у администратора", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(talk.To(Anna), m => m.PlainText.Contains("whsec_", StringComparison.Ordinal));
        Assert.Contains(talk.To(Anna), m => m.PlainText.Contains("ещё никто не видел", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rep_changes_nothing_by_any_button(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        var talk = new Talk(way.Bot);
        var before = await way.WebhookAsync();

        foreach (var choice in Enumerable.Range(0, 8))
        {
            var toast = await talk.PressAsync(Ivan, new ButtonPress("hook", 1, choice));
            Assert.NotEmpty(toast);
        }

        Assert.Equal(before.Version, (await way.WebhookAsync()).Version);
        Assert.Empty(talk.To(Ivan));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Turned_off_by_hand_what_waited_can_be_sent_later(StorageProvider provider)
    {
        await using var way = await WayOut.StartAsync(provider);
        var talk = new Talk(way.Bot);
        await way.AskAsync("anna");

        await talk.CommandAsync(Olga, "settings");
        await talk.PressAsync(Olga, "Вебхук…");
        await talk.PressAsync(Olga, "Выключить");
        await way.SendAsync();
        await talk.CommandAsync(Olga, "settings");

        Assert.Empty(way.Crm.Posts);
        Assert.Equal(WebhookTrouble.TurnedOff, Assert.Single(await way.DeliveriesAsync()).Trouble);
        Assert.Contains("Вебхук: 127.0.0.1, выключен", talk.To(Olga)[^1].PlainText, StringComparison.Ordinal);
    }

    private static async Task TypeAsync(Talk talk, long person, string address)
    {
        await talk.CommandAsync(person, "settings");
        await talk.PressAsync(person, "Вебхук…");
        await talk.PressAsync(person, "Адрес…");
        await talk.WriteAsync(person, address);
    }

    private static void Deletes(WayOut way) =>
        way
            .Bot.Chat.Setup(c => c.DeleteAsync(It.IsAny<MessageRef>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SendOutcome.Sent());

    private static string Said(Talk talk, string text) =>
        talk.To(Olga).Last(m => m.PlainText.Contains(text, StringComparison.Ordinal)).PlainText;

    [GeneratedRegex("whsec_[A-Za-z0-9+/]{43}=")]
    private static partial Regex Secret();
}
