using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_lead_is_written_by_hand
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Dictated_step_by_step_it_becomes_a_card(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;

        s.Ivan.Says("/new");
        await s.Ivan.ExpectMessage(w["Intake.NewName"]);
        s.Ivan.Says("Anna Petrova");
        await s.Ivan.ExpectMessage(w["Intake.NewContact"]);
        s.Ivan.Says("8 (912) 345-12-34");
        await s.Ivan.ExpectMessage(w["Intake.NewWanted"]);
        s.Ivan.Says("PVC windows");
        var city = await s.Ivan.ExpectMessage(w["Intake.NewCity"]);
        await s.Ivan.Press(city, w["Intake.ChoiceSkip"]);
        var check = await s.Ivan.ExpectMessage(w["Intake.NewCheck"], "Anna Petrova", "+79123451234", "PVC windows");
        Assert.False(s.Sales.HasMessage("L-1"));
        await s.Ivan.Press(check, w["Intake.ChoiceSave"]);

        await s.Ivan.ExpectMessage(w.Say("Intake.NewSaved", "L-1"));
        await s.Sales.ExpectMessage("🔥 L-1 · PVC windows", "Anna P.", "··· 12-34", w["Intake.ByHand"]);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task One_pasted_text_is_enough(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;

        s.Ivan.Says("/new Anna, 89123451234");
        var check = await s.Ivan.ExpectMessage(w["Intake.NewCheck"], "Anna", "+79123451234");
        await s.Ivan.Press(check, w["Intake.ChoiceSave"]);

        await s.Ivan.ExpectMessage(w.Say("Intake.NewSaved", "L-1"));
        await s.Sales.ExpectMessage("🔥 L-1", "Anna", "··· 12-34");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Cancelled_before_it_was_saved_it_leaves_nothing(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says("/new Anna, 89123451234");
        var check = await s.Ivan.ExpectMessage(w["Intake.NewCheck"]);

        await s.Ivan.Press(check, w["Intake.ChoiceCancel"]);

        await s.Ivan.ExpectMessage(w["Intake.NewCancelled"]);
        Assert.False(await s.ReadAsync(db => db.Leads.AnyAsync()));
    }
}
