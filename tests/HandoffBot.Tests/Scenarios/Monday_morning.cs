using HandoffBot.Domain.Digests;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Language = HandoffBot.Domain.Team.Language;

namespace HandoffBot.Tests.Scenarios;

public sealed class Monday_morning
{
    [Theory]
    [InlineData("Russian", "лид", "Один шаг")]
    [InlineData("English", "lead", "One step")]
    public async Task The_week_arrives_in_the_marketing_channel_as_a_picture_with_words(
        string language,
        string first,
        string last
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var lead = await s.LeadArrives();
        await s.Ivan.Press(await s.Sales.ExpectMessage($"🔥 {lead}"), language == "Russian" ? "Беру" : "Take");
        await s.Ivan.ExpectMessage("+79123451234");

        s.World.Clock.MoveTo(new DateTimeOffset(2027, 3, 22, 6, 0, 5, TimeSpan.Zero));

        var week = await s.Marketing.Expect(m => m.Photo is not null, "a picture");
        Assert.Contains(first, week.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(last, week.Text, StringComparison.Ordinal);
        Assert.True(week.Text!.Length <= 1024);
        Assert.DoesNotContain("+7912", week.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manager_gets_yesterday_in_five_lines()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, _) = await s.TakenBy(s.Ivan);

        s.World.Clock.MoveTo(new DateTimeOffset(2027, 3, 17, 6, 0, 5, TimeSpan.Zero));

        var digest = await s.Olga.ExpectMessage("Yesterday: 1 lead", "within the SLA");
        Assert.Equal(5, digest.Text!.Split('\n').Length);
    }

    [Fact]
    public async Task After_a_weekend_off_it_still_comes_once()
    {
        await using var s = await Scenario.StartAsync();
        await s.LeadArrives();
        await s.Sales.ExpectMessage("🔥");

        s.World.Clock.MoveTo(new DateTimeOffset(2027, 3, 22, 6, 0, 5, TimeSpan.Zero));
        await s.Marketing.Expect(m => m.Photo is not null, "a picture");
        s.TimePasses(TimeSpan.FromHours(3));
        await s.LeadArrives(new { phone = "+79120000009", product = "A door" });
        await s.Sales.ExpectMessage("A door");

        Assert.Single(s.Marketing.Messages, m => m.Photo is not null);
        Assert.Equal(1, await s.ReadAsync(db => db.Digests.CountAsync(d => d.Kind == DigestKind.Weekly)));
    }
}
