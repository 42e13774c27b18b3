using HandoffBot.Outbox;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Somebody_never_pressed_Start
{
    [Fact]
    public async Task The_popup_carries_the_contact_and_the_card_the_next_steps()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");

        var answer = await s.Peter.Press(card, "Take");

        Assert.True(answer.Alert);
        Assert.StartsWith($"{lead} is yours: Anna Petrova, +79123451234.", answer.Text, StringComparison.Ordinal);
        card = await s.Sales.ExpectButtons(card, "Contact", "Outcome…");
        var contact = await s.Peter.Press(card, "Contact");
        Assert.Contains("+79123451234", contact.Text, StringComparison.Ordinal);
        await s.Peter.Press(card, "Outcome…");
        card = await s.Sales.ExpectButtons(card, "Reached", "No answer", "Call back", "More…");
        card = await s.Peter.Opens(card, "More…");
        Assert.DoesNotContain(card.Buttons, b => b.Json.Contains("9123451234", StringComparison.Ordinal));
        card = await s.Peter.Opens(card, "Back");
        await s.Peter.Press(card, "Outcome…");
        card = await s.Sales.ExpectButtons(card, "Reached", "No answer", "Call back", "More…");
        Assert.Equal($"{lead}: reached", (await s.Peter.Press(card, "Reached")).Text);
        Assert.DoesNotContain("+7912", s.Sales.Messages.Last(m => m.Id == card.Id).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contact_comes_by_itself_once_Start_was_pressed()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        await s.Peter.Press(await s.Sales.ExpectMessage($"🔥 {lead}"), "Take");
        await s.ReadUntilAsync(db =>
            db.Outbox.AnyAsync(o => o.Delivery == "SendContact" && o.State == OutboxState.Held)
        );

        s.World.Start(s.Peter.Id);

        await s.Peter.ExpectMessage($"{lead}", "+79123451234");
    }

    [Fact]
    public async Task An_answer_refused_in_the_group_is_asked_for_again()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        await s.Peter.Press(card, "Take");
        card = await s.Sales.ExpectButtons(card, "Contact", "Outcome…");
        card = await s.Peter.Opens(card, "Outcome…");
        card = await s.Peter.Opens(card, "More…");
        card = await s.Peter.Opens(card, "Outcome…");
        await s.Peter.Press(card, "Sold");
        var question = await s.Sales.ExpectMessage("What was it sold for?");
        await s.Peter.RepliesTo(question, "much");

        var again = await s.Sales.ExpectMessage("That is no amount I can read", "What was it sold for?");
        await s.Peter.RepliesTo(again, "1.2k");

        await s.Sales.ExpectTurned(card, $"🏆 {lead}", "Sold for €1,200");
    }

    [Fact]
    public async Task Everybody_else_learns_who_has_it()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        await s.Peter.Press(card, "Take");
        card = await s.Sales.ExpectButtons(card, "Contact", "Outcome…");

        Assert.Equal("Already taken by Peter", (await s.Anna.Press(card, "Contact")).Text);
        Assert.Equal("Already taken by Peter", (await s.Anna.Press(card, "Outcome…")).Text);
    }
}
