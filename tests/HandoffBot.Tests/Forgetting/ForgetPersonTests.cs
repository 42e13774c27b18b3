using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Moq;

namespace HandoffBot.Tests.Forgetting;

public sealed class ForgetPersonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Number_phone_email_and_account_find_all_leads_of_one_person(StorageProvider provider)
    {
        await using var bot = await ForgettingStage.StartAsync(provider);
        await bot.LeadAsync("+79123451234", "anna@mail.ru");
        await bot.LeadAsync(null, "anna@mail.ru", "@anna_p");
        await bot.LeadAsync(null, null, "WhatsApp +79123451234");
        await bot.LeadAsync("+79990000000");
        var talk = new Talk(bot);

        foreach (var named in new[] { "L-1", "8 912 345-12-34", "Anna@mail.ru", "t.me/anna_p", "L-3" })
        {
            await talk.CommandAsync(1, "forget", argument: named);

            Assert.StartsWith("⚠️ Forget this person: 3 leads", talk.To(1)[^1].PlainText, StringComparison.Ordinal);
        }

        await talk.CommandAsync(1, "forget", argument: "+7 999 111-11-11");
        Assert.StartsWith("I know nobody by that", talk.To(1)[^1].PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changed_since_the_question_is_asked_again()
    {
        await using var bot = await ForgettingStage.StartAsync(
            StorageProvider.Sqlite,
            "--SendLimits:PerChatPerSecond=0"
        );
        await bot.LeadAsync("+79123451234");
        var talk = new Talk(bot);
        bot.Chat.Setup(c => c.DeleteAsync(It.IsAny<MessageRef>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SendOutcome.Sent());
        await talk.CommandAsync(1, "forget", argument: "L-1");
        await bot.LeadAsync("+79123451234");

        var toast = await talk.PressAsync(1, "Erase");

        Assert.Equal("Something has changed: please look again", toast);
        Assert.StartsWith("⚠️ Forget this person: 2 leads", talk.To(1)[^1].PlainText, StringComparison.Ordinal);
        Assert.Empty(await bot.ForgottenAsync());
        await talk.PressAsync(1, "Erase");
        Assert.Equal([1, 2], await bot.ForgottenAsync());
        Assert.Equal("Forgotten already", await talk.PressAsync(1, "Erase"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Failed_updates_dialogues_and_unsent_messages_that_name_them_are_emptied(StorageProvider provider)
    {
        await using var bot = await ForgettingStage.StartAsync(provider);
        var lead = await bot.LeadAsync("+79123451234");
        var other = await bot.LeadAsync("+79990000000");
        await bot.CommitAsync(scope => FillAsync(scope.Db, lead, other));

        await bot.ForgetAsync(lead);

        var rows = await bot.ReadAsync(Everything.RowsAsync);
        Assert.DoesNotContain("912345", rows.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1, await bot.ReadAsync(db => db.Updates.CountAsync(u => u.Payload != null, Token)));
        Assert.Equal(
            1,
            await bot.ReadAsync(db => db.Dialogues.CountAsync(d => d.State == DialogueState.Active, Token))
        );
        Assert.Equal(1, await bot.ReadAsync(db => db.Outbox.CountAsync(o => o.Why == "forgotten", Token)));
        Assert.Equal("Call •••", await bot.ReadAsync(db => db.LeadWords.Select(w => w.Text).SingleAsync(Token)));
    }

    [Fact]
    public async Task Where_the_list_cannot_be_written_nothing_is_erased()
    {
        await using var bot = await ForgettingStage.StartAsync(StorageProvider.Sqlite);
        var lead = await bot.LeadAsync("+79123451234");
        var key = bot.Database.ForgettingFiles["Forgetting:KeyFile"]!;
        await File.WriteAllTextAsync(key, "no key", Token);

        var outcome = await bot.ForgetAsync(lead);

        Assert.Contains("holds no key", Assert.IsType<ForgetOutcome.NotKept>(outcome).Words, StringComparison.Ordinal);
        Assert.Empty(await bot.ForgottenAsync());
        Assert.Equal("no key", await File.ReadAllTextAsync(key, Token));
    }

    [Fact]
    public async Task Key_is_for_the_bots_user_alone_and_the_list_tells_nothing()
    {
        await using var bot = await ForgettingStage.StartAsync(StorageProvider.Sqlite);
        await bot.ForgetAsync(await bot.LeadAsync("+79123451234", "anna@mail.ru"));

        var key = bot.Database.ForgettingFiles["Forgetting:KeyFile"]!;
        var list = await File.ReadAllLinesAsync(bot.Database.ForgettingFiles["Forgetting:LogFile"]!, Token);
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(key);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
        Assert.All(
            list.Where(l => l.Length > 0),
            l => Assert.Matches(@"^2026-11-16T07:00:00\.000Z [0-9a-f]{8} [0-9a-f]{64}$", l)
        );
        Assert.Equal(2, list.Count(l => l.Length > 0));
        Assert.Equal(2, await bot.ReadAsync(db => db.Forgotten.CountAsync(Token)));
    }

    private static async Task FillAsync(HandoffDb db, LeadId lead, LeadId other)
    {
        foreach (
            var (id, payload) in new[]
            {
                (1, "{\"text\":\"8 (912) 345-12-34\"}"),
                (2, "{\"text\":\"L-12\"}"),
                (3, "{\"text\":\"L-1\"}"),
            }
        )
        {
            db.Updates.Add(
                new SeenUpdate
                {
                    BotId = 1,
                    UpdateId = id,
                    State = UpdateState.Failed,
                    Payload = payload,
                }
            );
        }

        foreach (var (kind, about, person) in new[] { ("amount", lead, 1), ("amount", other, 11), ("new", other, 12) })
        {
            var dialogue = new Dialogue
            {
                ChatId = person,
                Person = new PersonId(person),
                Kind = kind,
                Step = "x",
                About = about.Value,
            };
            dialogue.Write(new { phone = kind is "new" ? "+7 912 345 12 34" : null });
            db.Dialogues.Add(dialogue);
        }

        var find = new Intent(
            "ListFound",
            new ChatAddress(1),
            "test:1",
            OutboxPriority.Answer,
            new { asked = "+79123451234" }
        );
        db.Outbox.Add(OutboxMessage.Of(find, TestBot.Monday));
        db.LeadWords.Add(
            new LeadWords
            {
                Lead = other,
                Kind = WordsKind.Message,
                Text = "Call 8-912-345-12-34",
                At = TestBot.Monday,
            }
        );
        await db.SaveChangesAsync();
    }
}
