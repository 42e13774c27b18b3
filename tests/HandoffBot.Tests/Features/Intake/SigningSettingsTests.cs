using System.Text.RegularExpressions;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace HandoffBot.Tests.Features.Intake;

public sealed partial class SigningSettingsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Admin_makes_a_secret_and_then_demands_signatures(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var talk = await TalkAsync(bot, 1);

        await talk.CommandAsync("source");
        await talk.PressAsync("Site");
        Assert.Equal(["Новый ключ", "Настроить форму", "Подпись лидов", "Срочный", "Несрочный"], talk.Buttons);
        await talk.PressAsync("Подпись лидов");
        var secret = Secret().Match(talk.Last.PlainText).Value;
        await talk.CommandAsync("source");
        await talk.PressAsync("Site");
        await talk.PressAsync("Только с подписью");

        var source = await SourceAsync(bot);
        Assert.Equal((secret, true), (source.SigningSecret, source.MustSign));
        Assert.Contains("только лиды с подписью", talk.Last.PlainText, StringComparison.Ordinal);
        await talk.PressAsync("И без подписи");
        Assert.False((await SourceAsync(bot)).MustSign);
        Assert.Contains("лиды без неё тоже принимаем", talk.Last.PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Secret_stands_in_no_waiting_message_and_goes_after_ten_minutes(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var talk = await TalkAsync(bot, 1);
        var source = await SourceAsync(bot);

        await talk.PressAsync(new ButtonPress("source", source.Id, 4));

        var secret = Secret().Match(talk.Last.PlainText).Value;
        Assert.DoesNotContain(
            await bot.ReadAsync(db => db.Outbox.Select(o => o.Arguments).ToListAsync()),
            a => a?.Contains(secret, StringComparison.Ordinal) == true
        );
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await talk.DeliverAsync();
        bot.Chat.Verify(c => c.DeleteAsync(It.IsAny<MessageRef>(), It.IsAny<CancellationToken>()), Times.Once());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Secret_said_again_because_the_answer_was_lost_does_not_end_the_one_in_use(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var talk = await TalkAsync(bot, 1);
        var source = await SourceAsync(bot);
        await talk.PressAsync(new ButtonPress("source", source.Id, 4));
        var used = Secret().Match(talk.Last.PlainText).Value;
        bot.Chat.SetupSequence(c =>
                c.SendAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(new SendOutcome.Unanswered("cut"))
            .ReturnsAsync(new SendOutcome.Sent(500));

        await talk.PressAsync(new ButtonPress("source", source.Id, 4));
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.DeliverAsync();

        Assert.Contains(used, (await SourceAsync(bot)).Secrets(bot.Clock.GetUtcNow()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nobody_but_the_admin_makes_a_secret_or_switches(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var talk = await TalkAsync(bot, 11);
        var source = await SourceAsync(bot);

        foreach (var choice in new[] { 4, 5, 6 })
        {
            await talk.PressAsync(new ButtonPress("source", source.Id, choice));

            Assert.StartsWith("Источники и ключи настраивает", talk.Toast, StringComparison.Ordinal);
        }

        Assert.Null((await SourceAsync(bot)).SigningSecret);
    }

    private static async Task<PrivateTalk> TalkAsync(TestBot bot, long person)
    {
        var team = await bot.TeamAsync();
        await bot.CommitAsync(async scope =>
        {
            var source = new Source
            {
                Team = team,
                Name = "Site",
                FormKey = "form",
            };
            source.Rekey(SourceKeys.Hash("hb_key"), bot.Clock.GetUtcNow(), SourceKeys.OldKeyLives);
            scope.Db.Sources.Add(source);
            await scope.Db.SaveChangesAsync();
        });
        return new PrivateTalk(bot, person);
    }

    private static Task<Source> SourceAsync(TestBot bot) =>
        bot.ReadAsync(db => db.Sources.AsNoTracking().SingleAsync());

    [GeneratedRegex("hs_[A-Za-z0-9_-]{43}")]
    private static partial Regex Secret();
}
