using HandoffBot.Domain.Campaigns;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class The_morning_tells_what_starts
{
    [Theory]
    [InlineData("English", "Good morning", "📣 Starts today: Winter offer")]
    [InlineData("Russian", "Доброе утро", "📣 Сегодня стартует: Winter offer")]
    public async Task Who_comes_on_shift_hears_of_the_promotion_that_starts_and_of_none_of_another_day(
        string language,
        string morning,
        string starts
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var today = s.Words.Day(s.World.Clock.GetUtcNow());
        await s.ReadAsync(async db =>
        {
            db.Promotions.AddRange(
                Of(s, "Winter offer <b>", today.AddDays(1)),
                Of(s, "Spring offer", today.AddDays(2))
            );
            return await db.SaveChangesAsync();
        });

        s.TimePasses(TimeSpan.FromHours(9));
        await s.SweptAsync();
        s.TimePasses(TimeSpan.FromHours(14.5));

        var greeting = await s.Ivan.ExpectMessage(morning, starts);
        Assert.DoesNotContain("Spring", greeting.Text, StringComparison.Ordinal);
    }

    private static Promotion Of(Scenario s, string text, DateOnly on) =>
        new()
        {
            Team = new TeamId(1),
            Text = text,
            StartsOn = on,
            AnnouncedBy = new PersonId(s.Maria.Id),
            AnnouncedAt = s.World.Clock.GetUtcNow(),
        };
}
