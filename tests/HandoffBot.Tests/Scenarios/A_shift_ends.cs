using HandoffBot.Domain.Leads;
using HandoffBot.Sandbox.World;
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

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_colleague_who_cannot_leaves_it_to_another_and_all_stays_as_it_was(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, _, _) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/off");
        await s.Ivan.Press(await s.Ivan.Expect(m => IsAsked(s, m), "whether somebody takes over"), "Anna (0)");

        await s.Anna.Press(
            await s.Anna.ExpectMessage(w.Say("Reminders.HandoverOffer", "Ivan", 1)),
            w["Reminders.HandoverCannot"]
        );

        await s.Ivan.ExpectMessage(w.Say("Reminders.HandoverRefused", "Anna"), w["Reminders.HandoverNobody"]);
        var owner = await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Owner).SingleAsync());
        Assert.Equal(s.Ivan.Id, owner!.Value.Value);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task What_was_settled_meanwhile_is_not_handed_over_and_an_old_button_says_so(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/off");
        var ask = await s.Ivan.Expect(m => IsAsked(s, m), "whether somebody takes over");
        await s.Ivan.Press(ask, "Anna (0)");
        var offer = await s.Anna.ExpectMessage(w.Say("Reminders.HandoverOffer", "Ivan", 1));

        await s.Ivan.Press(sheet, w["Handoff.Reached"]);
        await s.ReadUntilAsync(db => db.Leads.AnyAsync(l => l.Id == lead && l.ContactedAt != null));
        var again = await s.Ivan.PressData(ask, ask.Buttons.First().CallbackData!);
        await s.ReadAsync(async db =>
        {
            var open = await db.Leads.SingleAsync(l => l.Id == lead);
            var team = await db.Teams.SingleAsync();
            open.Lose(new(open.Owner!.Value), LostReason.Price, s.World.Clock.GetUtcNow(), team.Rhythm);
            return await db.SaveChangesAsync();
        });
        var late = await s.Anna.Press(offer, w["Reminders.HandoverTake"]);

        Assert.Equal(w["Reminders.HandoverNothing"], again.Text);
        Assert.Equal(w["Reminders.HandoverOver"], late.Text);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Nobody_is_asked_over_a_break_or_about_what_can_wait(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (_, _, sheet) = await s.TakenBy(s.Ivan);
        s.Ivan.Says("/pause 30m");
        await s.Ivan.ExpectMessage(w.Say("Team.ShiftBreak", "10:30"));
        await s.SweptAsync();
        await s.Ivan.Press(sheet, w["Handoff.Reached"]);
        s.Ivan.Says("/off");
        await s.Ivan.ExpectMessage(w.Say("Team.ShiftOff", $"{w["Common.Tomorrow"]} 09:00"));
        await s.SweptAsync();

        Assert.DoesNotContain(s.Ivan.Messages, m => IsAsked(s, m));
    }

    private static bool IsAsked(Scenario s, Message message) =>
        ScenarioChat.Buttons(message).Contains(s.Words["Reminders.HandoverKeep"]);
}
