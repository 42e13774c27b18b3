using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Digest;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Digest;

public sealed class SweepDigestsTests
{
    private const long Manager = 1;
    private const long Marketing = -1002;

    /// <summary>Thursday of the week before, 12:00 in Moscow.</summary>
    private static readonly DateTimeOffset Thursday = TestBot.Monday.AddDays(-4).AddHours(2);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Week_is_told_on_Monday_at_nine_with_its_picture_and_once(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await bot.LeadAsync(Thursday.AddDays(-14), "Осень");
        await bot.LeadAsync(Thursday, "Осень");
        await bot.BadLeadAsync(Thursday, RejectReason.Spam, "Осень");
        await MoveToAsync(bot, talk, NextMonday(8, 59));
        var before = talk.To(Marketing).Count;
        await bot.LeadAsync(NextMonday(8, 0).AddDays(-3), "Осень");

        await MoveToAsync(bot, talk, NextMonday(9, 0));
        await MoveToAsync(bot, talk, NextMonday(9, 5));

        Assert.Equal(2, talk.To(Marketing).Count);
        Assert.Equal(1, before);
        var told = talk.To(Marketing)[^1];
        Assert.EndsWith("(16–22 ноября)", told.Lines[0].PlainText, StringComparison.Ordinal);
        Assert.StartsWith("1 лид", told.Lines[0].PlainText, StringComparison.Ordinal);
        Assert.NotNull(told.Picture);
        Assert.True(told.Silent);
        var rows = await bot.ReadAsync(db =>
            db.Digests.Where(d => d.Kind == HandoffBot.Domain.Digests.DigestKind.Weekly).ToListAsync()
        );
        Assert.Equal([new DateOnly(2026, 11, 16), new DateOnly(2026, 11, 23)], rows.Select(d => d.LocalDate).Order());
        Assert.All(rows, d => Assert.Equal("file-of-picture", d.FileId));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task After_downtime_only_the_last_week_is_told_and_marked_late(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await bot.LeadAsync(Thursday.AddDays(-14));
        await bot.LeadAsync(Thursday);

        await MoveToAsync(bot, talk, TestBot.Monday.AddDays(1));

        var told = Assert.Single(talk.To(Marketing));
        Assert.EndsWith("(9–15 ноября)", told.Lines[0].PlainText, StringComparison.Ordinal);
        Assert.Equal("С опозданием, срок: вчера 09:00", told.Lines[1].PlainText);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task No_row_is_made_before_there_is_a_marketing_chat(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await bot.LeadAsync(Thursday);
        await bot.CommitAsync(scope => scope.Db.Chats.Where(c => c.ChatId == Marketing).ExecuteDeleteAsync());

        await MoveToAsync(bot, talk, TestBot.Monday);

        Assert.False(
            await bot.ReadAsync(db => db.Digests.AnyAsync(d => d.Kind == HandoffBot.Domain.Digests.DigestKind.Weekly))
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task First_week_says_since_when(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        var talk = new Talk(bot);
        await bot.LeadAsync(Thursday);

        await MoveToAsync(bot, talk, TestBot.Monday);

        Assert.EndsWith("(since 12 November)", talk.To(Marketing)[0].Lines[0].PlainText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Empty_week_says_nothing(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);

        await MoveToAsync(bot, talk, NextMonday(9, 0));

        Assert.Empty(talk.To(Marketing));
        Assert.Empty(talk.To(Manager));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Manager_hears_on_Monday_of_all_days_since_Friday_and_on_Tuesday_of_one(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await bot.LeadAsync(Thursday);
        await bot.LeadAsync(Thursday.AddDays(1));
        await bot.LeadAsync(Thursday.AddDays(2));

        await MoveToAsync(bot, talk, TestBot.Monday.AddHours(-1));
        await bot.LeadAsync(TestBot.Monday);
        await MoveToAsync(bot, talk, TestBot.Monday.AddDays(1).AddHours(-1));

        Assert.Equal(2, talk.To(Manager).Count);
        Assert.StartsWith("13–15 ноября: 2 лида", talk.To(Manager)[0].Lines[0].PlainText, StringComparison.Ordinal);
        Assert.StartsWith("Вчера: 1 лид", talk.To(Manager)[1].Lines[0].PlainText, StringComparison.Ordinal);
        Assert.Contains("L-1", talk.To(Manager)[1].PlainText, StringComparison.Ordinal);
        Assert.All(talk.To(Manager), m => Assert.True(m.Silent));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_is_told_on_a_day_off(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var talk = new Talk(bot);
        await bot.LeadAsync(Thursday);
        await MoveToAsync(bot, talk, TestBot.Monday.AddDays(4));
        var friday = talk.To(Manager).Count;

        await MoveToAsync(bot, talk, TestBot.Monday.AddDays(5));

        Assert.Equal(friday, talk.To(Manager).Count);
    }

    private static DateTimeOffset NextMonday(int hour, int minute) =>
        TestBot.Monday.AddDays(7).AddHours(hour - 10).AddMinutes(minute);

    private static async Task MoveToAsync(TestBot bot, Talk talk, DateTimeOffset at)
    {
        if (at > bot.Clock.GetUtcNow())
        {
            bot.Clock.SetUtcNow(at);
        }

        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepDigests>().SweepAsync(CancellationToken.None);
        await talk.SayAsync();
    }
}
