using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace HandoffBot.Tests.Outbox;

/// <summary>Ivan wants it quiet from nine to eleven, Moscow's time, and it is ten.</summary>
public sealed class HushedMessagesTests
{
    private const long Ivan = 11;
    private const long Anna = 12;
    private const long Sales = -1001;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task In_somebodys_quiet_hours_their_phone_rings_for_nothing_but_answers(StorageProvider provider)
    {
        await using var bot = await StartAsync(provider);
        var said = new Sayings(bot);
        var rang = Rang(bot);
        await said.SayAsync(Ivan, OutboxPriority.Private, "reminder");
        await said.SayAsync(Ivan, OutboxPriority.Answer, "answer");
        await said.SayAsync(Anna, OutboxPriority.Private, "reminder");
        await said.SayAsync(Sales, OutboxPriority.Card, "card");
        await bot.DispatchDueAsync();
        bot.Clock.Advance(TestBot.Monday.AddHours(1) - bot.Clock.GetUtcNow());

        await said.SayAsync(Ivan, OutboxPriority.Private, "later");
        await bot.DispatchDueAsync();

        Assert.Equal(
            [
                (Sales, "card", true),
                (Ivan, "answer", true),
                (Ivan, "later", true),
                (Ivan, "reminder", false),
                (Anna, "reminder", true),
            ],
            rang.OrderBy(r => r.Chat).ThenBy(r => r.Text, StringComparer.Ordinal)
        );
    }

    private static List<(long Chat, string Text, bool Rang)> Rang(TestBot bot)
    {
        var rang = new List<(long, string, bool)>();
        bot.Chat.Setup(c =>
                c.SendAsync(It.IsAny<ChatAddress>(), It.IsAny<ChatMessage>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(
                (ChatAddress to, ChatMessage message, CancellationToken _) =>
                {
                    rang.Add((to.ChatId, message.PlainText, !message.Silent));
                    return new SendOutcome.Sent(1000 + rang.Count);
                }
            );
        return rang;
    }

    private static async Task<TestBot> StartAsync(StorageProvider provider)
    {
        var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        await bot.CommitAsync(async scope =>
        {
            var ivan = await scope.Db.People.SingleAsync(p => p.Id == new PersonId(Ivan));
            ivan.BeQuiet(new QuietHours(new(9, 0), new(11, 0), "Europe/Moscow"));
            await scope.Db.SaveChangesAsync();
        });
        return bot;
    }
}
