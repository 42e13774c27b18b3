using System.Text;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Domain.Webhooks;
using HandoffBot.Telegram;
using HandoffBot.Tests.Support;
using HandoffBot.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_list_meets_what_else_happens
{
    private static readonly Dictionary<string, string?> Allowed = new()
    {
        ["Webhooks:AllowPrivateNetwork"] = "true",
        ["Webhooks:AllowHttp"] = "true",
    };

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_CRM_hears_of_each_of_its_leads(string language)
    {
        await using var crm = await Receiver.StartAsync();
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language), settings: Allowed);
        await s.ReadAsync(async db =>
        {
            db.Webhooks.Add(Webhook.Of(new TeamId(1), crm.Address, WebhookSigning.MintSecret()));
            return await db.SaveChangesAsync();
        });

        await TakeInAsync(s, "expo.csv", 40);

        var posts = await crm.ExpectAsync(40);
        Assert.All(posts, p => Assert.Equal("lead.received", p.Type));
        Assert.Equal(40, posts.Select(p => p.Lead.GetProperty("number").GetString()).Distinct().Count());
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Found_to_be_one_with_a_hot_lead_it_gets_a_card_and_a_clock_until_they_part(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await TakeInAsync(s, "expo.csv", 2);
        var hot = await s.LeadArrives(new { name = "Guest 0", phone = "+79990000000" });
        var card = await s.Sales.ExpectMessage($"🔥 {hot}");
        s.TimePasses(TimeSpan.FromMinutes(1));

        await s.Olga.PressData(await OlgasMessageAsync(s), Merge(hot, new LeadId(1)));
        var own = await s.Sales.ExpectMessage("🔥 L-1");
        await s.Sales.ExpectTurned(card, s.Words.Say("Handoff.MergedInto", "L-1").Trim());
        s.TimePasses(TimeSpan.FromMinutes(4));
        await s.Sales.ExpectReplyTo(own, "L-1");
        await s.Olga.PressData(await OlgasMessageAsync(s), Apart(hot));

        await s.Sales.Expect(
            m => m.Id > own.Id && m.Text!.Contains($"🔥 {hot}", StringComparison.Ordinal),
            "a new card"
        );
        var listed = await s.ReadAsync(db => db.Leads.AsNoTracking().SingleAsync(l => l.Id == new LeadId(1)));
        Assert.Equal((1, null), (listed.ListId, listed.NextStepAt));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Two_files_sent_together_are_asked_about_one_by_one(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        s.Maria.Sends("first.csv", File(s, 1, 2));
        s.Maria.Sends("second.csv", File(s, 3, 5));
        var first = await s.Maria.ExpectMessage(s.Words.Say("Intake.ListFound", "first.csv", 2));
        var second = await s.Maria.ExpectMessage(s.Words.Say("Intake.ListFound", "second.csv", 3));

        await s.Maria.Press(first, s.Words.Say("Intake.ListChoiceTake", 2));
        await s.Maria.Press(second, s.Words.Say("Intake.ListChoiceTake", 3));

        await s.Maria.ExpectMessage(s.Words.Say("Intake.ListDone", 2, 0, "first"));
        await s.Maria.ExpectMessage(s.Words.Say("Intake.ListDone", 3, 0, "second"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Saved_anew_by_a_spreadsheet_program_it_is_the_same_list(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await TakeInAsync(s, "expo.csv", 2);

        s.Maria.Sends("expo.xlsx", Spreadsheet.Of(Titles(s), ["Guest 1", "79121000001"], ["Guest 2", "79121000002"]));

        await s.Maria.ExpectMessage(
            s.Words.Say(
                "Intake.ListSame",
                "expo",
                $"{s.Words.Date(s.Words.Day(s.World.Clock.GetUtcNow()))} 10:00",
                "Maria"
            )
        );
        Assert.Equal([1, 1], await s.ReadAsync(db => db.Leads.Select(l => l.Inquiries).ToListAsync()));
    }

    private static async Task<HandoffBot.Sandbox.World.Message> OlgasMessageAsync(Scenario s)
    {
        s.Olga.Says("/lead L-1");
        return await s.Olga.ExpectMessage("L-1");
    }

    private static string Merge(LeadId one, LeadId other) =>
        CallbackData.Write(new ButtonPress(LeadVerbs.Merge, one.Value, other.Value));

    private static string Apart(LeadId lead) => CallbackData.Write(new ButtonPress(LeadVerbs.Apart, lead.Value));

    private static string[] Titles(Scenario s) =>
        s.Language is Language.Russian ? ["Имя", "Телефон"] : ["Name", "Phone"];

    private static byte[] File(Scenario s, int from, int to) =>
        Encoding.UTF8.GetBytes(
            string.Join(';', Titles(s))
                + "\n"
                + string.Concat(Enumerable.Range(from, to - from + 1).Select(n => $"Guest {n};+7912{1_000_000 + n}\n"))
        );

    private static async Task TakeInAsync(Scenario s, string name, int rows)
    {
        s.Maria.Sends(name, File(s, 1, rows));
        var preview = await s.Maria.ExpectMessage(s.Words.Say("Intake.ListFound", name, rows));
        await s.Maria.Press(preview, s.Words.Say("Intake.ListChoiceTake", rows));
        await s.ReadUntilAsync(db => db.Lists.AnyAsync(l => l.State == ListState.Done));
    }
}
