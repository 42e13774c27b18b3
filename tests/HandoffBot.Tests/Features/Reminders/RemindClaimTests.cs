using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Reminders;

public sealed class RemindClaimTests
{
    private const long Sales = -1001;

    [Theory]
    [InlineData(
        StorageProvider.Sqlite,
        "English",
        "⏰ 121 leads waiting, the oldest since 10:00: ",
        " and 113 more. On shift: "
    )]
    [InlineData(
        StorageProvider.Postgres,
        "English",
        "⏰ 121 leads waiting, the oldest since 10:00: ",
        " and 113 more. On shift: "
    )]
    [InlineData(StorageProvider.Sqlite, "Russian", "⏰ Ждёт 121 лид, старший с 10:00: ", " и ещё 113. На смене: ")]
    [InlineData(StorageProvider.Postgres, "Russian", "⏰ Ждёт 121 лид, старший с 10:00: ", " и ещё 113. На смене: ")]
    public async Task However_many_wait_it_names_a_few_and_all_who_may_take_them(
        StorageProvider provider,
        string language,
        string begins,
        string goesOn
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Enum.Parse<Language>(language));
        var talk = new Talk(bot);
        foreach (var i in Enumerable.Range(0, 121))
        {
            await LeadRows.AddAsync(bot, $"+79120000{i:000}");
        }

        await CardsAreSentAsync(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(6));
        await SweepAsync(bot);
        await talk.SayAsync();

        var said = talk.To(Sales)[^1];
        Assert.Equal($"{begins}L-1, L-2, L-3, L-4, L-5, L-6, L-7, L-8{goesOn}Ivan, Anna", Sorted(said));
        Assert.Equal([11L, 12L], said.Lines[0].Spans.Select(s => s.MentionOf).OfType<long>().Order());
        Assert.False(said.Silent);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_lead_of_the_night_has_waited_since_the_morning(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        bot.Clock.Advance(TimeSpan.FromHours(12));
        await LeadRows.AddAsync(bot);
        await talk.SayAsync();
        // Tuesday, three minutes past nine.
        bot.Clock.Advance(TestBot.Monday.AddHours(23).AddMinutes(3) - bot.Clock.GetUtcNow());

        await SweepAsync(bot);
        await talk.SayAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(7));
        await SweepAsync(bot);
        await talk.SayAsync();

        Assert.Equal("⏰ L-1 has waited 3\u00A0min.", talk.To(Sales)[^1].PlainText);
        Assert.StartsWith(
            "⏰ L-1 has waited 10\u00A0min, the SLA is 5",
            talk.To(1)[^1].PlainText,
            StringComparison.Ordinal
        );
    }

    /// <summary>Those on shift stand in the order they were last seen, which is the same instant here.</summary>
    private static string Sorted(ChatMessage said) =>
        said.PlainText.Replace("Anna, Ivan", "Ivan, Anna", StringComparison.Ordinal);

    /// <summary>As if the cards had gone out long ago: a hundred of them take a group minutes.</summary>
    private static Task CardsAreSentAsync(TestBot bot) =>
        bot.CommitAsync(async scope =>
        {
            foreach (var row in scope.Db.Outbox)
            {
                row.Finish(bot.Clock.GetUtcNow());
            }

            await scope.Db.SaveChangesAsync();
        });

    private static async Task SweepAsync(TestBot bot)
    {
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepDueSteps>().SweepAsync(CancellationToken.None);
    }
}
