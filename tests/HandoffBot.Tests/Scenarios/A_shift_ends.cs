using HandoffBot.Domain.Leads;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_shift_ends
{
    [Theory]
    [InlineData(
        "English",
        "Cannot wait until",
        "nobody called yet",
        "Anna (0)",
        "asks you to take over: 1",
        "I take them"
    )]
    [InlineData("Russian", "не подождут", "ещё не звонили", "Anna (0)", "просит принять: 1", "Принимаю")]
    public async Task What_cannot_wait_goes_to_a_colleague_who_accepts(
        string language,
        string asks,
        string why,
        string colleague,
        string offers,
        string accepts
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var (lead, card, _) = await s.TakenBy(s.Ivan);

        s.Ivan.Says("/off");
        var ask = await s.Ivan.ExpectMessage(asks, $"{lead}", why);
        var asked = await s.Ivan.Press(ask, colleague);
        var offer = await s.Anna.ExpectMessage("Ivan", offers, $"{lead}");
        await s.Anna.Press(offer, accepts);

        await s.Anna.ExpectMessage($"{lead}", "+79123451234");
        await s.Ivan.ExpectMessage("Anna", $"{lead}");
        await s.Sales.ExpectTurned(card, "Anna");
        await s.Ivan.ExpectButtons(ask);
        Assert.Contains("Anna", asked.Text, StringComparison.Ordinal);
        var owner = await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Owner).SingleAsync());
        Assert.Equal(s.Anna.Id, owner!.Value.Value);
    }

    [Fact]
    public async Task A_colleague_who_cannot_leaves_it_to_another_and_all_stays_as_it_was()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, _) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/off");
        await s.Ivan.Press(await s.Ivan.ExpectMessage("Cannot wait until"), "Anna (0)");

        await s.Anna.Press(await s.Anna.ExpectMessage("asks you to take over"), "I cannot");

        await s.Ivan.ExpectMessage("Anna cannot take them now", "Nobody else is on shift: they stay yours");
        var owner = await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Owner).SingleAsync());
        Assert.Equal(s.Ivan.Id, owner!.Value.Value);
    }

    [Fact]
    public async Task What_was_settled_meanwhile_is_not_handed_over_and_an_old_button_says_so()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/off");
        var ask = await s.Ivan.ExpectMessage("Cannot wait until");
        await s.Ivan.Press(ask, "Anna (0)");
        var offer = await s.Anna.ExpectMessage("asks you to take over");

        await s.Ivan.Press(sheet, "Reached");
        await s.ReadUntilAsync(db => db.Leads.AnyAsync(l => l.Id == lead && l.ContactedAt != null));
        var again = await s.Ivan.PressData(ask, ask.Buttons.First().CallbackData!);
        await s.ReadAsync(async db =>
        {
            var open = await db.Leads.SingleAsync(l => l.Id == lead);
            var team = await db.Teams.SingleAsync();
            open.Lose(new(open.Owner!.Value), LostReason.Price, s.World.Clock.GetUtcNow(), team.Rhythm);
            return await db.SaveChangesAsync();
        });
        var late = await s.Anna.Press(offer, "I take them");

        Assert.Equal("Nothing is left that cannot wait", again.Text);
        Assert.Equal("They were settled or changed hands meanwhile", late.Text);
    }

    [Fact]
    public async Task Nobody_is_asked_over_a_break_or_about_what_can_wait()
    {
        await using var s = await Scenario.StartAsync();
        var (_, _, sheet) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/pause 30m");
        await s.Ivan.ExpectMessage("A break until");
        await s.SweptAsync();
        await s.Ivan.Press(sheet, "Reached");
        s.Ivan.Says("/off");
        await s.Ivan.ExpectMessage("Off shift until");
        await s.SweptAsync();

        Assert.False(s.Ivan.HasMessage("Cannot wait until"));
    }
}
