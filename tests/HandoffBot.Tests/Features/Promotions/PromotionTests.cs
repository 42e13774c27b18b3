using HandoffBot.Chat;
using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Promotions;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace HandoffBot.Tests.Features.Promotions;

public sealed class PromotionTests
{
    private const long Marketer = 1;
    private const long Rep = 11;
    private const long OtherRep = 12;
    private const long Sales = -1001;
    private const long Marketing = -1002;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Announcement_is_posted_as_it_was_shown_and_pinned(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);

        await talk.CommandAsync(Marketer, "promo");
        await talk.WriteAsync(Marketer, "Окна со скидкой 20 %\nДля владельцев квартир");
        await talk.WriteAsync(Marketer, "25 ноября");
        var preview = talk.To(Marketer)[^1];
        await talk.PressAsync(Marketer, "Объявить");

        var post = Assert.Single(talk.To(Sales));
        Assert.Equal(preview.Lines.Select(l => l.PlainText), post.Lines.Select(l => l.PlainText));
        Assert.Equal(
            "📣 Окна со скидкой 20 %\nДля владельцев квартир\nс 25 ноября, ср\nВсё ли готово?",
            post.PlainText
        );
        Assert.True(post.Lines[0].Spans.Single().Bold);
        Assert.Equal(["Всё готово", "Есть вопрос", "Не готово"], Labels(post));
        bot.Chat.Verify(c => c.PinAsync(new MessageRef(Sales, talk.IdOfLast(Sales)), It.IsAny<CancellationToken>()));
        Assert.Equal(
            "📣 «Окна со скидкой 20 %»: ответов 0 из 2\nс 25 ноября, ср\nНет ответа: \u2068Anna\u2069, \u2068Ivan\u2069",
            talk.To(Marketer)[^1].PlainText
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Missing_right_to_pin_ends_only_the_pin(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot) { PinAnswer = new SendOutcome.Refused("not enough rights to pin a message") };

        await AnnounceAsync(talk);

        var rows = await bot.ReadAsync(db => db.Outbox.ToDictionaryAsync(o => o.Delivery + o.Seq, o => o.State));
        Assert.Equal(
            OutboxState.Ended,
            rows.Single(r => r.Key.StartsWith(nameof(PinPromotion), StringComparison.Ordinal)).Value
        );
        Assert.Equal(
            OutboxState.Sent,
            rows.Single(r => r.Key.StartsWith(nameof(PostPromotion), StringComparison.Ordinal)).Value
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Marketer_sees_in_one_message_who_answered_what(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await AnnounceAsync(talk);
        var shown = talk.To(Marketer).Count;

        var first = await talk.PressAsync(Rep, "Всё готово", Sales);
        var again = await talk.PressAsync(Rep, "Всё готово", Sales);
        var question = await talk.PressAsync(OtherRep, "Есть вопрос", Sales);
        await talk.WriteAsync(OtherRep, "Доставка входит?");

        Assert.Equal("Отмечено: всё готово", first);
        Assert.Equal("Уже отмечено: всё готово", again);
        Assert.Equal("Отмечено: есть вопрос. Подробности можно написать боту в личном чате", question);
        Assert.Equal("Передано маркетингу.", talk.To(OtherRep)[^1].PlainText);
        Assert.Equal(shown, talk.To(Marketer).Count);
        var (standing, board) = talk.Edited[^1];
        Assert.Equal(new MessageRef(Marketer, talk.IdOfLast(Marketer)), standing);
        Assert.Equal(3, talk.Edited.Count);
        Assert.Equal(
            "📣 «Скидка»: ответов 2 из 2\nс 17 ноября, вт\nВсё готово: \u2068Ivan\u2069\n"
                + "Есть вопрос: \u2068Anna\u2069\n\u2068Anna\u2069: «Доставка входит?»",
            board.PlainText
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Changed_answer_replaces_the_old_one_with_its_words(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await AnnounceAsync(talk);
        await talk.PressAsync(Rep, "Не готово", Sales);
        await talk.WriteAsync(Rep, "Нет образцов");

        await talk.PressAsync(Rep, "Всё готово", Sales);

        var given = await bot.ReadAsync(db => db.Readiness.SingleAsync());
        Assert.Equal((ReadinessAnswer.Ready, null), (given.Answer, given.Words));
        Assert.DoesNotContain("образцов", talk.Edited[^1].Message.PlainText, StringComparison.Ordinal);
        Assert.Equal(
            ["PromotionAnnounced", "ReadinessGiven", "ReadinessExplained", "ReadinessGiven"],
            await bot.ReadAsync(db => db.PromotionEvents.OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync())
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Question_of_somebody_who_never_pressed_Start_is_noted(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await bot.CommitAsync(async scope =>
        {
            (await scope.Db.People.SingleAsync(p => p.Id == new PersonId(Rep))).Unreachable(bot.Clock.GetUtcNow());
            await scope.Db.SaveChangesAsync();
        });
        var talk = new Talk(bot);
        await AnnounceAsync(talk);

        var toast = await talk.PressAsync(Rep, "Есть вопрос", Sales);

        Assert.Equal("Отмечено: есть вопрос. Чтобы написать подробности, откройте бота и нажмите Start", toast);
        Assert.Empty(talk.To(Rep));
        Assert.Contains("Есть вопрос: \u2068Ivan\u2069", talk.Edited[^1].Message.PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Old_foreign_and_forged_presses_are_answered_and_change_nothing(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await AnnounceAsync(talk);

        var unknown = await talk.PressAsync(Rep, new ButtonPress("ready", 777), Sales);
        var forged = await talk.PressAsync(Rep, new ButtonPress("ready", 1, long.MaxValue), Sales);
        var foreign = await talk.PressAsync(99, new ButtonPress("ready", 1));
        bot.Clock.Advance(TimeSpan.FromDays(2));
        var started = await talk.PressAsync(Rep, "Всё готово", Sales);

        Assert.StartsWith("Этой акции здесь больше нет", unknown, StringComparison.Ordinal);
        Assert.StartsWith("Этой акции здесь больше нет", forged, StringComparison.Ordinal);
        Assert.NotEmpty(foreign);
        Assert.Equal("Эта акция уже идёт (с 17 ноября, вт). На вопросы ответит маркетинг", started);
        Assert.Equal(0, await bot.ReadAsync(db => db.Readiness.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rep_is_told_who_announces(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);

        await talk.CommandAsync(Rep, "promo");

        Assert.StartsWith(
            "Акции объявляют маркетинг и руководители.",
            talk.To(Rep)[^1].PlainText,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await bot.ReadAsync(db => db.Dialogues.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Asked_in_the_marketing_chat_it_is_led_in_private(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);

        await talk.CommandAsync(Marketer, "promo", Marketing);

        Assert.StartsWith(
            "The announcement is prepared in private",
            talk.To(Marketing)[^1].PlainText,
            StringComparison.Ordinal
        );
        Assert.StartsWith("What is announced?", talk.To(Marketer)[^1].PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_does_not_fit_is_refused_with_what_would(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await talk.CommandAsync(Marketer, "promo");

        await talk.WriteAsync(Marketer, new string('я', 1501));
        var tooLong = talk.To(Marketer)[^1].PlainText;
        await talk.WriteAsync(Marketer, new string('я', 1500));
        await talk.WriteAsync(Marketer, "15.11");
        var past = talk.To(Marketer)[^1].PlainText;
        await talk.WriteAsync(Marketer, "когда-нибудь");
        var unread = talk.To(Marketer)[^1].PlainText;

        Assert.Equal("В тексте 1\u00A0501 знаков, помещается 1\u00A0500. Отправьте текст короче.", tooLong);
        Assert.Equal("Подойдёт любой день: с 16 ноября по 16 ноября 2027.", past);
        Assert.StartsWith("Это не похоже на дату.", unread, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Date_and_text_can_be_changed_before_it_is_announced(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await talk.CommandAsync(Marketer, "promo");
        await talk.WriteAsync(Marketer, "Скидка");
        await talk.PressAsync(Marketer, "В понедельник");
        var old = talk.To(Marketer)[^1].Keyboard[0].OfType<PressButton>().Single().Press;

        await talk.PressAsync(Marketer, "Исправить");
        await talk.PressAsync(Marketer, "Текст");
        await talk.WriteAsync(Marketer, "Скидка 20 %");
        var stale = await talk.PressAsync(Marketer, old);
        await talk.PressAsync(Marketer, "Объявить");

        Assert.StartsWith("Ответ уже есть", stale, StringComparison.Ordinal);
        Assert.Equal("📣 Скидка 20 %\nс 23 ноября, пн\nВсё ли готово?", Assert.Single(talk.To(Sales)).PlainText);
    }

    private static async Task AnnounceAsync(Talk talk)
    {
        await talk.CommandAsync(Marketer, "promo");
        await talk.WriteAsync(Marketer, "Скидка");
        await talk.PressAsync(Marketer, "Завтра");
        await talk.PressAsync(Marketer, "Объявить");
    }

    private static IEnumerable<string> Labels(ChatMessage message) =>
        message.Keyboard.SelectMany(row => row).Select(b => b.Label);
}
