using System.Data.Common;
using HandoffBot.Chat;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Moq;

namespace HandoffBot.Tests.Checkup;

public sealed class DoctorTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_all_is_well_nothing_is_wrong(StorageProvider provider)
    {
        await using var bot = await ExaminedBot.StartAsync(provider);

        var wrong = await bot.WrongAsync();
        var well = await bot.WellAsync();

        Assert.Empty(wrong);
        Assert.Contains("Telegram knows the bot as @handoff_bot.", well);
        Assert.Contains("Test: in “Sales” the bot may post, pin and delete.", well);
        Assert.Equal(provider is StorageProvider.Postgres, well.Contains("No pooler stands before PostgreSQL."));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Database_is_named(StorageProvider provider)
    {
        await using var bot = await ExaminedBot.StartAsync(provider);
        var connection = new DbConnectionStringBuilder { ConnectionString = bot.Connection };

        var well = await bot.WellAsync();

        var named = (string)connection[provider is StorageProvider.Postgres ? "Database" : "Data Source"];
        var said = Assert.Single(well, w => w.EndsWith("can be written and is up to date.", StringComparison.Ordinal));
        Assert.Contains(named, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_rights_are_named_with_their_mend()
    {
        await using var bot = await ExaminedBot.StartAsync();
        bot.Allows(-1001, new BotRights(true, IsAdmin: true, CanPost: true, CanPin: false, CanDelete: false));
        bot.Allows(-1002, new BotRights(true, IsAdmin: true, CanPost: false, CanPin: false, CanDelete: false));

        var wrong = await bot.WrongAsync();

        Assert.Equal(
            [
                "Test: the bot may not pin in “Sales”: “Administrators” → the bot → “Pin messages”.",
                "Test: the bot may not post in “Marketing”: allow it in the permissions of that chat.",
            ],
            wrong
        );
    }

    [Fact]
    public async Task Bot_that_is_no_admin_in_sales_is_told_to_miss_the_leavers()
    {
        await using var bot = await ExaminedBot.StartAsync();
        bot.Allows(-1001, new BotRights(true, IsAdmin: false, CanPost: true, CanPin: false, CanDelete: false));
        bot.Allows(-1002, new BotRights(true, IsAdmin: false, CanPost: true, CanPin: false, CanDelete: false));

        var wrong = await bot.WrongAsync();

        var said = Assert.Single(wrong);
        Assert.Equal("Test: the bot is no admin of “Sales”, so it does not see who leaves: make it one.", said);
    }

    [Fact]
    public async Task What_the_right_to_delete_is_for_is_a_hint_and_its_lack_no_trouble()
    {
        await using var bot = await ExaminedBot.StartAsync();
        var mayAllButDelete = ExaminedBot.All with { CanDelete = false };
        bot.Allows(-1001, mayAllButDelete);
        bot.Allows(-1002, mayAllButDelete);

        var wrong = await bot.WrongAsync();
        var well = await bot.WellAsync();

        Assert.Empty(wrong);
        Assert.Contains(
            "Test: in “Sales” the bot may post and pin, which is enough; with “Delete messages” /forget also takes away what reps typed there.",
            well
        );
        Assert.Contains("Test: in “Marketing” the bot may post, and needs no more.", well);
    }

    [Fact]
    public async Task Chat_that_threw_the_bot_out_and_one_Telegram_is_silent_about_are_named()
    {
        await using var bot = await ExaminedBot.StartAsync();
        bot.Allows(-1001, new BotRights(false, false, false, false, false));
        bot.Allows(-1002, null);

        var wrong = await bot.WrongAsync();

        Assert.Equal(2, wrong.Count);
        Assert.Contains("the bot is not in “Sales”", wrong[0], StringComparison.Ordinal);
        Assert.Contains("what the bot may do in “Marketing”", wrong[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Telegram_refuses_the_token_no_chat_is_asked_about()
    {
        await using var bot = await ExaminedBot.StartAsync();
        bot.Answers(new Meeting(null, IsRefused: true));

        var wrong = await bot.WrongAsync();

        Assert.StartsWith(
            "Telegram does not accept Telegram:Token: take a valid one from @BotFather",
            Assert.Single(wrong),
            StringComparison.Ordinal
        );
        bot.Chat.Verify(c => c.RightsAsync(It.IsAny<long>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task Where_Telegram_cannot_be_reached_the_way_out_is_named_and_not_the_token()
    {
        await using var bot = await ExaminedBot.StartAsync();
        bot.Answers(default);

        var wrong = Assert.Single(await bot.WrongAsync());

        Assert.StartsWith("Telegram cannot be reached: look at the way out", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("Telegram:Token", wrong, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_team_may_do_without_a_marketing_channel_and_is_told_what_it_misses(StorageProvider provider)
    {
        await using var bot = await ExaminedBot.StartAsync(provider);
        await bot.LosesAsync(-1002);

        Assert.Empty(await bot.WrongAsync());
        Assert.Contains(
            "Test has no marketing channel, so nobody gets summaries and alarms there: to have them, add the bot as an administrator.",
            await bot.WellAsync()
        );
    }

    [Fact]
    public async Task Either_privacy_mode_is_well_and_is_explained()
    {
        await using var bot = await ExaminedBot.StartAsync();
        var on = await bot.WellAsync();
        bot.Is(new BotIdentity(424242, "handoff_bot", SeesAllGroupMessages: true));

        var off = await bot.WellAsync();

        Assert.Single(on, w => w.StartsWith("Privacy mode is on: ", StringComparison.Ordinal));
        Assert.Single(off, w => w.StartsWith("Privacy mode is off: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-31, true)]
    [InlineData(-20, false)]
    [InlineData(20, false)]
    [InlineData(45, true)]
    public async Task Clock_more_than_30_seconds_from_that_of_Telegram_is_wrong(int seconds, bool isWrong)
    {
        await using var bot = await ExaminedBot.StartAsync();
        bot.Clock.Told(TimeProvider.System.GetUtcNow().AddSeconds(seconds));

        var wrong = await bot.WrongAsync();

        Assert.Equal(isWrong, wrong.Any(w => w.Contains("set-ntp", StringComparison.Ordinal)));
    }
}
