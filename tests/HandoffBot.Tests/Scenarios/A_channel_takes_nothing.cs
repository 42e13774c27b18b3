using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_channel_takes_nothing
{
    [Theory]
    [InlineData(
        "English",
        "“Marketing” takes no messages",
        "“Post messages”",
        "Bad lead",
        "Outside area",
        "outside our area 1"
    )]
    [InlineData(
        "Russian",
        "«Marketing» не принимает сообщения",
        "«Публикация сообщений»",
        "Плохой лид",
        "Не наш город",
        "не наш город 1"
    )]
    public async Task The_admin_reads_which_right_is_missing_and_the_report_waits_for_it(
        string language,
        string trouble,
        string right,
        string bad,
        string reason,
        string report
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        s.World.ChangeBotRights(s.Marketing.Id, s.Maria.Id, AdminRights.EditMessages);
        await s.Olga.ExpectMessage("⚠️", trouble, right);
        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥 L-1");
        await s.Anna.Press(await s.Anna.Opens(card, bad), reason);
        s.World.Clock.MoveTo(new DateTimeOffset(2027, 3, 16, 8, 0, 35, TimeSpan.Zero));
        await s.ReadUntilAsync(db =>
            db.Outbox.AnyAsync(o => o.ChatId == s.Marketing.Id && o.State == OutboxState.Held)
        );
        Assert.False(s.Marketing.HasMessage(report));

        s.World.ChangeBotRights(s.Marketing.Id, s.Maria.Id, AdminRights.All);

        await s.Marketing.ExpectMessage("⛔", report, "L-1");
        Assert.Single(s.Olga.Messages, m => m.Text?.Contains(right, StringComparison.Ordinal) == true);
    }
}
