using HandoffBot.Features.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class An_old_button_answers
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task What_is_closed_says_how_it_ended(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        var take = card.Buttons.First().CallbackData!;
        await s.Ivan.Press(card, w["Handoff.Take"]);
        var sheet = await s.Ivan.ExpectMessage("+79123451234");
        var reached = sheet.Buttons.First().CallbackData!;
        sheet = await s.Ivan.Opens(sheet, w["Handoff.More"]);
        sheet = await s.Ivan.Opens(sheet, w["Handoff.Result"]);
        await s.Ivan.Press(sheet, w["Handoff.Sold"]);
        await s.Sales.ExpectTurned(card, "🏆");

        Assert.Equal(w.Say("Handoff.IsWon", lead.ToString()), (await s.Anna.PressData(card, take)).Text);
        Assert.Equal(w.Say("Handoff.IsWon", lead.ToString()), (await s.Ivan.PressData(sheet, reached)).Text);
    }

    [Theory]
    [InlineData("English", "")]
    [InlineData("English", "1")]
    [InlineData("English", "garbage")]
    [InlineData("English", "🔥🔥🔥")]
    [InlineData("English", "9take.1")]
    [InlineData("Russian", "garbage")]
    public async Task Forged_data_gets_a_polite_line_and_changes_nothing(string language, string data)
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        var events = await s.ReadAsync(db => db.LeadEvents.CountAsync());

        var answer = await s.Ivan.PressData(card, data);

        Assert.Equal(s.Words["Common.UnknownButton"], answer.Text);
        Assert.Equal(events, await s.ReadAsync(db => db.LeadEvents.CountAsync()));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Somebody_who_is_not_in_the_team_is_told_so(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        var stranger = s.Stranger("Boris");
        s.World.Start(stranger.Id);
        var own = await stranger.Expect(_ => true, "an answer to Start");

        var answer = await stranger.PressData(own, card.Buttons.First().CallbackData!);

        Assert.Equal(s.Words["Handoff.NotForYou"], answer.Text);
        Assert.Null(await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Owner).SingleAsync()));
    }

    [Theory]
    [InlineData("1team")]
    [InlineData("1team.1")]
    [InlineData("1mine.1")]
    public async Task A_forged_list_comes_to_the_one_who_pressed_and_never_to_the_chat(string data)
    {
        await using var s = await Scenario.StartAsync();
        var (lead, card, _) = await s.TakenBy(s.Ivan);
        var said = s.Sales.Messages.Count();

        await s.Ivan.PressData(card, data);
        var unreachable = await s.Peter.PressData(card, data);

        await s.Ivan.Expect(m => Contains(m, data.StartsWith("1team") ? s.Anna.Name : $"{lead}"), "the list");
        Assert.Contains("press Start", unreachable.Text, StringComparison.Ordinal);
        Assert.Equal(said, s.Sales.Messages.Count());
    }

    [Fact]
    public async Task A_forged_shift_turns_no_card()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");

        var answer = await s.Ivan.PressData(card, CallbackData.Write(new("shift", 1, 2, s.Ivan.Id)));

        Assert.Equal("This button is from an older version. /menu shows what is possible.", answer.Text);
        Assert.False(await s.ReadAsync(db => db.Outbox.AnyAsync(o => o.Delivery == nameof(TellShift))));
    }

    [Fact]
    public async Task A_question_of_the_private_chat_is_not_answered_in_the_sales_chat()
    {
        await using var s = await Scenario.StartAsync();
        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}");
        s.Ivan.Says("/new");
        var question = await s.Ivan.ExpectMessage("name");

        var answer = await s.Ivan.PressData(card, question.Buttons.Last().CallbackData!);

        Assert.Equal("This question is for somebody else.", answer.Text);
        await s.Ivan.Press(question, "Cancel");
        await s.Ivan.ExpectMessage("Nothing was");
        Assert.Single(s.Sales.Messages, m => m.Id >= card.Id);
    }

    private static bool Contains(Message message, string text) =>
        message.Text!.Contains(text, StringComparison.Ordinal);
}
