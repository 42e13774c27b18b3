using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Language = HandoffBot.Domain.Team.Language;

namespace HandoffBot.Tests.Scenarios;

public sealed class Somebody_never_pressed_Start
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_popup_carries_the_contact_and_the_card_the_next_steps(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");

        var answer = await s.Peter.Press(card, w["Handoff.Take"]);

        Assert.True(answer.Alert);
        Assert.StartsWith(
            $"{w.Say("Handoff.YoursHere", lead.ToString(), "Anna Petrova, +79123451234").Split('.')[0]}.",
            answer.Text,
            StringComparison.Ordinal
        );
        card = await s.Sales.ExpectButtons(card, w["Handoff.Contact"], w["Handoff.Result"]);
        var contact = await s.Peter.Press(card, w["Handoff.Contact"]);
        Assert.Contains("+79123451234", contact.Text, StringComparison.Ordinal);
        await s.Peter.Press(card, w["Handoff.Result"]);
        card = await s.Sales.ExpectButtons(
            card,
            w["Handoff.Reached"],
            w["Handoff.NoAnswer"],
            w["Handoff.CallBack"],
            w["Handoff.More"]
        );
        card = await s.Peter.Opens(card, w["Handoff.More"]);
        Assert.DoesNotContain(card.Buttons, b => b.Json.Contains("9123451234", StringComparison.Ordinal));
        card = await s.Peter.Opens(card, w["Handoff.Back"]);
        await s.Peter.Press(card, w["Handoff.Result"]);
        card = await s.Sales.ExpectButtons(
            card,
            w["Handoff.Reached"],
            w["Handoff.NoAnswer"],
            w["Handoff.CallBack"],
            w["Handoff.More"]
        );
        Assert.Equal(
            w.Say("Handoff.DoneReached", lead.ToString()),
            (await s.Peter.Press(card, w["Handoff.Reached"])).Text
        );
        Assert.DoesNotContain("+7912", s.Sales.Messages.Last(m => m.Id == card.Id).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_contact_comes_by_itself_once_Start_was_pressed(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        await s.Peter.Press(await s.Sales.ExpectMessage($"🔥 {lead}"), w["Handoff.Take"]);
        await s.ReadUntilAsync(db =>
            db.Outbox.AnyAsync(o => o.Delivery == "SendContact" && o.State == OutboxState.Held)
        );

        s.World.Start(s.Peter.Id);

        await s.Peter.ExpectMessage($"{lead}", "+79123451234");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task An_answer_refused_in_the_group_is_asked_for_again(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        await s.Peter.Press(card, w["Handoff.Take"]);
        card = await s.Sales.ExpectButtons(card, w["Handoff.Contact"], w["Handoff.Result"]);
        card = await s.Peter.Opens(card, w["Handoff.Result"]);
        card = await s.Peter.Opens(card, w["Handoff.More"]);
        card = await s.Peter.Opens(card, w["Handoff.Result"]);
        await s.Peter.Press(card, w["Handoff.Sold"]);
        var question = await s.Sales.ExpectMessage(w["Handoff.AskAmount"]);
        await s.Peter.RepliesTo(question, "much");

        var again = await s.Sales.ExpectMessage(w["Handoff.AmountUnread"], w["Handoff.AskAmount"]);
        await s.Peter.RepliesTo(again, w.Language is Language.Russian ? "1,2к" : "1.2k");

        await s.Sales.ExpectTurned(card, $"🏆 {lead}", w.Say("Handoff.WonFor", w.Money(120_000)));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Everybody_else_learns_who_has_it(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        await s.Peter.Press(card, w["Handoff.Take"]);
        card = await s.Sales.ExpectButtons(card, w["Handoff.Contact"], w["Handoff.Result"]);

        Assert.Equal(w.Say("Handoff.AlreadyTaken", "Peter"), (await s.Anna.Press(card, w["Handoff.Contact"])).Text);
        Assert.Equal(w.Say("Handoff.AlreadyTaken", "Peter"), (await s.Anna.Press(card, w["Handoff.Result"])).Text);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Another_reason_is_asked_for_in_the_group_by_a_reply_field(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        var menu = await s.Peter.Opens(card, w["Handoff.Bad"]);

        await s.Peter.Press(menu, w["Handoff.RejectOther"]);
        var question = await s.Sales.ExpectMessage($"{lead}", w["Handoff.AskReason"]);
        await s.Peter.RepliesTo(question, "He sells windows himself");

        await s.Sales.ExpectMessage(w.Say("Handoff.ReasonTaken", lead.ToString()));
        Assert.IsType<ForceReply>(question.Markup);
        await s.Sales.ExpectTurned(card, $"⛔ {lead}", w["Handoff.RejectOther"]);
        Assert.Equal(
            "He sells windows himself",
            await s.ReadAsync(db =>
                db.LeadWords.Where(x => x.Lead == lead && x.Kind == WordsKind.Reason).Select(x => x.Text).SingleAsync()
            )
        );
    }
}
