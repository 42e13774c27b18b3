using HandoffBot.Chat;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Outbox;

/// <summary>A question whose number was not known yet when it was answered.</summary>
public sealed class SettledQuestionsTests
{
    private const long Ivan = 11;
    private const long Dialogue = 3;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_newest_question_that_stands_loses_its_buttons_or_the_one_before_where_it_goes_on(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.CommitAsync(scope =>
        {
            scope.Db.Messages.AddRange(
                Of(5),
                Of(6),
                Of(7, isGone: true),
                Of(8, dialogue: 4),
                Of(9, role: MessageRole.Other),
                Of(10, chat: 12)
            );
            return scope.Db.SaveChangesAsync();
        });

        var over = await bot.ReadAsync(db => SettleAsync(db, goesOn: false));
        var goesOn = await bot.ReadAsync(db => SettleAsync(db, goesOn: true));

        Assert.Equal(new Speech.TakeButtons(new MessageRef(Ivan, 6)), over);
        Assert.Equal(new Speech.TakeButtons(new MessageRef(Ivan, 5)), goesOn);
    }

    private static Task<Speech> SettleAsync(HandoffDb db, bool goesOn)
    {
        var question = new SettleQuestion.Arguments(null, Dialogue, goesOn);
        var to = ChatAddress.Private(Ivan);
        var intent = new Intent(nameof(SettleQuestion), to, "test:1", OutboxPriority.Refresh, question);
        return new SettleQuestion(db).RenderAsync(OutboxMessage.Of(intent, TestBot.Monday), CancellationToken.None);
    }

    private static SentMessage Of(
        int id,
        long dialogue = Dialogue,
        MessageRole role = MessageRole.Prompt,
        long chat = Ivan,
        bool isGone = false
    ) =>
        new()
        {
            ChatId = chat,
            MessageId = id,
            Role = role,
            About = dialogue,
            SentAt = TestBot.Monday,
            IsGone = isGone,
        };
}
