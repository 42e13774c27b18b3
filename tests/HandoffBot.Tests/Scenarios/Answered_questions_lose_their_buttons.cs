using HandoffBot.Features.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Language = HandoffBot.Domain.Team.Language;

namespace HandoffBot.Tests.Scenarios;

public sealed class Answered_questions_lose_their_buttons
{
    [Fact]
    public async Task A_promotion_is_announced_and_a_late_press_says_so()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        s.Maria.Says("/promo");
        var question = await s.Maria.ExpectMessage("Что объявляем?");
        s.Maria.Says("Осень-2027: −20 % на окна");
        await s.Maria.ExpectMessage("С какого дня?");
        await s.Maria.ExpectButtons(question);
        s.Maria.Says("завтра");
        var preview = await s.Maria.ExpectMessage("📣 Осень-2027", "Всё ли готово?");
        var announce = preview.Buttons.First().CallbackData!;

        await s.Maria.Press(preview, "Объявить");

        await s.Sales.ExpectMessage("📣 Осень-2027");
        await s.Maria.ExpectButtons(preview);
        Assert.Equal("Акция уже объявлена.", (await s.Maria.PressData(preview, announce)).Text);
        Assert.Single(s.Sales.Messages, m => m.Text?.Contains("📣", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_dictated_lead_is_saved_and_a_late_press_says_which()
    {
        await using var s = await Scenario.StartAsync();
        s.Ivan.Says("/new Anna, 89123451234");
        var check = await s.Ivan.ExpectMessage("+79123451234");
        var save = check.Buttons.First().CallbackData!;

        await s.Ivan.Press(check, "Save");

        await s.Ivan.ExpectMessage("L-1 is saved");
        await s.Ivan.ExpectButtons(check);
        Assert.Equal("L-1 is saved, the sales chat gets the card.", (await s.Ivan.PressData(check, save)).Text);
    }

    [Fact]
    public async Task The_questions_of_the_setup_are_answered_once()
    {
        await using var s = await Scenario.StartAsync(empty: true);
        var code = await s.ReadAsync(async db =>
            s.Services.GetRequiredService<SetupCode>().Of(await db.Installations.SingleAsync())
        );
        s.World.Start(s.Olga.Id, code);
        await s.Olga.ExpectMessage("You are the admin");
        s.World.AddBotTo(s.Sales.Id, s.Olga.Id, AdminRights.All);
        var purpose = await s.Olga.ExpectMessage("What is “Windows” for?");
        await s.Olga.Press(purpose, "Sales chat");
        var proposal = await s.Olga.ExpectMessage("a new team?");
        await s.Olga.ExpectButtons(purpose);

        await s.Olga.Press(proposal, "Change…");
        var languages = await s.Olga.Expect(m => ScenarioChat.Buttons(m).Contains("English"), "the languages");
        await s.Olga.ExpectButtons(proposal);
        var russian = languages.Buttons.First().CallbackData!;
        await s.Olga.Press(languages, "English");

        await s.Olga.Expect(m => ScenarioChat.Buttons(m).Contains("London"), "the zones");
        await s.Olga.ExpectButtons(languages);
        Assert.StartsWith(
            "Already answered",
            (await s.Olga.PressData(languages, russian)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Cancel_takes_the_buttons_away_and_a_late_press_hears_of_it()
    {
        await using var s = await Scenario.StartAsync();
        s.Ivan.Says("/new");
        var question = await s.Ivan.ExpectMessage("New lead: the name?");
        var skip = question.Buttons.First().CallbackData!;
        await s.ReadUntilAsync(db => db.Dialogues.AnyAsync(d => d.PromptMessageId == question.Id));

        s.Ivan.Says("/cancel");

        await s.Ivan.ExpectButtons(question);
        Assert.StartsWith(
            "This question is closed",
            (await s.Ivan.PressData(question, skip)).Text,
            StringComparison.Ordinal
        );
    }
}
