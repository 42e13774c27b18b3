using System.Text.RegularExpressions;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace HandoffBot.Tests.Features.Intake;

public sealed partial class SourcesTests
{
    private const long Admin = 1;
    private const long Rep = 11;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Admin_makes_a_source_and_sees_the_address_of_its_form(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Admin);

        await MakeSourceAsync(talk);

        var source = await SourceAsync(bot);
        Assert.Equal("Сайт", source.Name);
        var shown = talk.Seen[^2];
        Assert.Contains($"/f/{source.FormKey}", shown.PlainText, StringComparison.Ordinal);
        Assert.Equal(
            ["Сделать ключ", "Настроить форму", "Срочный", "Несрочный"],
            shown.Keyboard.SelectMany(r => r).Select(b => b.Label)
        );
        Assert.StartsWith("«Test»: всё готово", talk.Last.PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task With_no_source_the_list_says_how_to_make_the_first(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Admin);

        await talk.CommandAsync("source");
        var empty = talk.Last.PlainText;
        await MakeSourceAsync(talk);
        await talk.CommandAsync("source");

        Assert.EndsWith(
            "Нажмите «Новый источник»: у него будет адрес формы, а если нужно, и ключ.",
            empty,
            StringComparison.Ordinal
        );
        Assert.EndsWith("Нажмите на источник: там адрес формы и ключ.", talk.Last.PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sites_of_the_form_and_the_page_after_it_are_set_by_the_admin(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Admin);
        await MakeSourceAsync(talk);

        await talk.PressAsync("Настроить форму");
        await talk.WriteAsync("моя страница");
        Assert.StartsWith("Такого адреса сайта не бывает", talk.Last.PlainText, StringComparison.Ordinal);
        await talk.WriteAsync("okna.example, http://окна.example:8080/form?x=1");
        await talk.WriteAsync("okna.example/спасибо");

        var source = await SourceAsync(bot);
        Assert.Equal("https://okna.example http://xn--80atjc.example:8080", source.Origins);
        Assert.Equal("https://okna.example/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE", source.ThanksUrl);
        Assert.Contains("Принимаем с сайтов: https://okna.example", talk.Last.PlainText, StringComparison.Ordinal);
        Assert.Contains("После формы: https://okna.example", talk.Last.PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Settings_of_a_form_are_kept_or_taken_back_by_buttons(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Admin);
        await MakeSourceAsync(talk);
        await talk.PressAsync("Настроить форму");
        await talk.WriteAsync("okna.example");
        await talk.WriteAsync("https://okna.example/spasibo");

        await talk.PressAsync("Настроить форму");
        await talk.PressAsync("С любых");
        await talk.PressAsync("Оставить");

        var source = await SourceAsync(bot);
        Assert.Equal("", source.Origins);
        Assert.Equal("https://okna.example/spasibo", source.ThanksUrl);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Key_stands_only_in_the_message_and_that_goes_after_ten_minutes(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Admin);
        await MakeSourceAsync(talk);

        await talk.PressAsync("Сделать ключ");

        var key = Key().Match(talk.Last.PlainText).Value;
        var source = await SourceAsync(bot);
        Assert.Equal(SourceKeys.Hash(key), source.KeyHash);
        Assert.DoesNotContain(
            await bot.ReadAsync(db => db.Outbox.Select(o => o.Arguments).ToListAsync()),
            a => a?.Contains(key, StringComparison.Ordinal) == true
        );
        bot.Clock.Advance(TimeSpan.FromMinutes(9));
        await talk.DeliverAsync();
        Deleted(bot, Times.Never());
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.DeliverAsync();
        Deleted(bot, Times.Once());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Key_that_can_no_longer_be_deleted_is_written_over(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Admin);
        await MakeSourceAsync(talk);
        await talk.PressAsync("Сделать ключ");
        bot.Chat.Setup(c => c.DeleteAsync(It.IsAny<MessageRef>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SendOutcome.Gone());
        bot.Chat.Setup(c => c.EditAsync(It.IsAny<MessageRef>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SendOutcome.Sent());

        bot.Clock.Advance(TimeSpan.FromHours(50));
        await talk.DeliverAsync();

        bot.Chat.Verify(
            c =>
                c.EditAsync(
                    It.IsAny<MessageRef>(),
                    It.Is<ChatMessage>(m => m.PlainText.StartsWith("Ключ отсюда убран") && m.Keyboard.Count == 0),
                    It.IsAny<CancellationToken>()
                ),
            Times.Once()
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task New_key_lets_the_old_one_live_for_a_day(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Admin);
        await MakeSourceAsync(talk);
        await talk.PressAsync("Сделать ключ");
        var first = Key().Match(talk.Last.PlainText).Value;

        await talk.PressAsync("Сделать ключ");

        var (source, now) = (await SourceAsync(bot), bot.Clock.GetUtcNow());
        Assert.True(source.Opens(SourceKeys.Hash(first), now.AddHours(23)));
        Assert.False(source.Opens(SourceKeys.Hash(first), now.AddHours(24)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Key_said_again_because_the_answer_was_lost_does_not_end_the_old_one(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Admin);
        await MakeSourceAsync(talk);
        await talk.PressAsync("Сделать ключ");
        var first = Key().Match(talk.Last.PlainText).Value;
        bot.Chat.SetupSequence(c =>
                c.SendAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(new SendOutcome.Unanswered("cut"))
            .ReturnsAsync(new SendOutcome.Sent(500));

        await talk.PressAsync("Сделать ключ");
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await talk.DeliverAsync();

        Assert.True((await SourceAsync(bot)).Opens(SourceKeys.Hash(first), bot.Clock.GetUtcNow()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Taken_name_is_refused_and_the_question_stands(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new PrivateTalk(bot, Admin);
        await MakeSourceAsync(talk);

        await MakeSourceAsync(talk);
        Assert.StartsWith("«Сайт» уже есть", talk.Last.PlainText, StringComparison.Ordinal);
        await talk.WriteAsync("Директ");

        Assert.Equal(2, await bot.ReadAsync(db => db.Sources.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rep_is_shown_no_source_and_gets_no_key_by_an_old_button(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await MakeSourceAsync(new PrivateTalk(bot, Admin));
        var source = await SourceAsync(bot);
        var talk = new PrivateTalk(bot, Rep);

        await talk.CommandAsync("source");
        Assert.StartsWith("Источники и ключи настраивает", talk.Last.PlainText, StringComparison.Ordinal);
        await talk.PressAsync(new ButtonPress("source", source.Id, 1));

        Assert.StartsWith("Источники и ключи настраивает", talk.Toast, StringComparison.Ordinal);
        Assert.Null((await SourceAsync(bot)).KeyHash);
    }

    private static async Task MakeSourceAsync(PrivateTalk talk)
    {
        await talk.CommandAsync("source");
        await talk.PressAsync("Новый источник");
        await talk.WriteAsync(" Сайт ");
    }

    private static Task<Source> SourceAsync(TestBot bot) =>
        bot.ReadAsync(db => db.Sources.AsNoTracking().SingleAsync());

    private static void Deleted(TestBot bot, Times times) =>
        bot.Chat.Verify(c => c.DeleteAsync(It.IsAny<MessageRef>(), It.IsAny<CancellationToken>()), times);

    [GeneratedRegex("hb_[A-Za-z0-9_-]{32}")]
    private static partial Regex Key();
}
