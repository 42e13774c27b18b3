using System.Net;
using System.Text.RegularExpressions;
using HandoffBot.Tests.Support;

namespace HandoffBot.Tests.Scenarios;

public sealed partial class A_source_gets_its_key
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_key_made_by_buttons_brings_leads_and_stands_there_for_ten_minutes(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;

        s.Olga.Says("/source");
        await s.Olga.Press(await s.Olga.ExpectMessage(w.Say("Intake.Sources", 1)), w["Intake.SourceNew"]);
        await s.Olga.ExpectMessage(w["Intake.SourceName"]);
        s.Olga.Says("Landing");
        var source = await s.Olga.ExpectMessage("Landing", "/f/");
        await s.Olga.Press(source, w["Intake.SourceMakeKey"]);
        var shown = await s.Olga.ExpectMessage(w["Intake.KeyGoesFirst"], "hb_");
        var lead = await s.LeadArrives(new { phone = "+79123451234" }, Key().Match(shown.Text!).Value);

        await s.Sales.ExpectMessage($"🔥 {lead}", "Landing");
        await s.PassUntilAsync(_ => Task.FromResult(!s.Olga.HasMessage("hb_")));
        Assert.True(s.World.Clock.GetUtcNow() - shown.At >= TimeSpan.FromMinutes(10));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_rep_is_told_who_makes_them(string language)
    {
        await using var s = await Scenario.StartInAsync(language);

        s.Ivan.Says("/source");

        await s.Ivan.ExpectMessage(s.Words["Intake.SourceForAdmin"].Split('.')[0]);
        Assert.False(s.Ivan.HasMessage("/f/"));
        using var refused = await s.PostLead(new { phone = "+79123451234" }, "hb_of-nobody");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [GeneratedRegex("hb_[A-Za-z0-9_-]+")]
    private static partial Regex Key();
}
