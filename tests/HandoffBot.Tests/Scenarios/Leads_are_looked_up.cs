using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed class Leads_are_looked_up
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Mine_lists_what_is_open_and_opens_it(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, _, _) = await s.TakenBy(s.Ivan);

        s.Ivan.Says("/mine");

        var list = await s.Ivan.ExpectMessage(w.Say("Handoff.Mine", 1), $"{lead} · PVC windows", w["Handoff.MineNew"]);
        await s.Ivan.Press(list, lead.ToString());
        await s.Ivan.Expect(
            m => m.Id > list.Id && m.Text!.Contains("+79123451234", StringComparison.Ordinal),
            "the sheet"
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Lead_shows_the_contact_to_its_owner_only(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, _, _) = await s.TakenBy(s.Ivan);

        s.Anna.Says($"/lead {lead}");
        s.Olga.Says($"/lead {lead.Value}");

        await s.Anna.ExpectMessage($"✅ {lead}", w.Say("Handoff.TakenBy", "Ivan"));
        await s.Olga.ExpectMessage("+79123451234");
        Assert.False(s.Anna.HasMessage("+79123451234"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_card_in_private_never_turns_into_the_contact_for_somebody_who_may_not_see_it(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var lead = await s.LeadArrives();
        await s.Sales.ExpectMessage($"🔥 {lead}");
        s.Anna.Says($"/lead {lead}");
        var copy = await s.Anna.ExpectMessage($"🔥 {lead}");

        var menu = await s.Anna.Opens(copy, w["Handoff.Bad"]);
        await s.Anna.Press(menu, w["Handoff.RejectNotOurArea"]);

        var closed = await s.Anna.ExpectTurned(copy, $"⛔ {lead}", w["Handoff.RejectNotOurArea"]);
        Assert.DoesNotContain("+7912", closed.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Find_looks_through_contacts_only_for_those_who_may_see_them(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var (lead, _, _) = await s.TakenBy(s.Ivan);

        s.Ivan.Says("/find 345-12");
        s.Anna.Says("/find 345-12");
        await s.Ivan.ExpectMessage(w.Say("Handoff.Found", 1), lead.ToString());
        await s.Anna.ExpectMessage(w.Say("Handoff.FoundNone", w.Quoted("345-12")));
        s.Anna.Says("/find kazan");
        await s.Anna.ExpectMessage(w.Say("Handoff.Found", 1), lead.ToString());
        s.Anna.Says("/find 45");

        await s.Anna.ExpectMessage(w["Handoff.FindUsage"]);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_number_that_does_not_exist_gets_a_clear_answer(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;

        s.Ivan.Says("/lead L-999");
        await s.Ivan.ExpectMessage(w.Say("Handoff.NoSuchLead", "L-999"));
        s.Ivan.Says("/lead windows");

        await s.Ivan.ExpectMessage(w["Handoff.LeadUsage"]);
    }
}
