using HandoffBot.Chat;
using HandoffBot.Checkup;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Features.Team;

public sealed class AskDoctorTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Admin_is_told_in_their_language_what_to_mend_and_how_much_is_well(StorageProvider provider)
    {
        var english = await AskedAsync(provider, Language.English);
        var russian = await AskedAsync(provider, Language.Russian);

        Assert.Equal("⚠️ To mend: 1", english[0]);
        Assert.Equal("Test: the bot is no admin of “Sales”, so it does not see who leaves: make it one.", english[1]);
        Assert.Matches(@"^\d+ checks are well\.$", english[2]);
        Assert.Equal("⚠️ Исправить: 1", russian[0]);
        Assert.Equal(
            "Test: в «Sales» бот не администратор и не видит, кто уходит: сделайте его администратором.",
            russian[1]
        );
        Assert.Matches(@"^В порядке: \d+ провер", russian[2]);
        Assert.Equal((3, 3), (english.Length, russian.Length));
    }

    [Fact]
    public async Task Findings_take_eight_lines_at_most()
    {
        var said = await AskedAsync(StorageProvider.Sqlite, Language.English, new Ailing(10));
        var just = await AskedAsync(StorageProvider.Sqlite, Language.English, new Ailing(5));

        Assert.Equal(8, said.Length);
        Assert.Equal("⚠️ To mend: 11", said[0]);
        Assert.StartsWith("And 6 more: ", said[6], StringComparison.Ordinal);
        Assert.Equal(8, just.Length);
        Assert.Equal("Mend 5", just[6]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Everybody_but_the_admin_is_told_who_may_ask_the_doctor(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var talk = await StartAsync(bot, Language.Russian);

        await talk.CommandAsync(11, "doctor");
        await talk.CommandAsync(Town.Stranger, "doctor");

        Assert.StartsWith("Это может только администратор бота.", talk.To(11)[^1].PlainText, StringComparison.Ordinal);
        Assert.StartsWith("Only", (await RefusedAsync(provider)).PlainText, StringComparison.Ordinal);
        Assert.Equal(talk.To(11)[^1].PlainText, talk.To(Town.Stranger)[^1].PlainText);
    }

    [Fact]
    public async Task Doctor_is_reached_from_the_menu_of_the_admin_alone()
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        var talk = await StartAsync(bot, Language.English);
        await talk.CommandAsync(1, "menu");
        await talk.CommandAsync(11, "menu");

        await talk.PressAsync(1, "Check-up");

        Assert.Equal("⚠️ To mend: 1", talk.To(1)[^1].Lines[0].PlainText);
        Assert.DoesNotContain(
            talk.To(11)[^1].Keyboard.SelectMany(r => r).OfType<PressButton>(),
            b => b.Label == "Check-up"
        );
    }

    private static async Task<ChatMessage> RefusedAsync(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var talk = await StartAsync(bot, Language.English);
        await talk.CommandAsync(11, "doctor");
        return talk.To(11)[^1];
    }

    private static async Task<string[]> AskedAsync(StorageProvider provider, Language language, params ICheck[] checks)
    {
        await using var bot = await TestBot.StartAsync(
            provider,
            services => checks.ToList().ForEach(c => services.AddSingleton(c))
        );
        var talk = await StartAsync(bot, language);
        await talk.CommandAsync(1, "doctor");
        return [.. talk.To(1)[^1].Lines.Select(l => l.PlainText)];
    }

    /// <summary>Olga is the admin, and the bot is no admin in the sales chat.</summary>
    private static async Task<Talk> StartAsync(TestBot bot, Language language)
    {
        var talk = new Talk(bot);
        await bot.TeamAsync(language);
        bot.Chat.Setup(c => c.MeetAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Meeting(new BotIdentity(424242, "handoff_bot", SeesAllGroupMessages: false)));
        bot.Chat.Setup(c => c.RightsAsync(It.IsAny<long>(), It.IsAny<CancellationToken>())).ReturnsAsync(Town.Plain);
        await talk.CommandAsync(1, "start", argument: await new Town(bot).CodeAsync());
        return talk;
    }

    private sealed class Ailing(int count) : ICheck
    {
        public IEnumerable<Finding> Examine() =>
            Enumerable.Range(1, count).Select(n => Finding.Wrong("Doctor.SettingWrong", $"Mend {n}"));
    }
}
