using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_person_asks_to_be_forgotten
{
    private static readonly string[] Traces =
    [
        "9123451234",
        "345-12-34",
        "Petrova",
        "anna@mail",
        "Saturday",
        "the ninth",
    ];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_of_them_stays_in_any_row_file_or_chat_and_the_figures_do(StorageProvider provider)
    {
        await using var s = await Scenario.StartAsync(provider: provider);
        var (sold, card, sheet) = await s.TakenBy(s.Ivan);
        await s.Ivan.RepliesTo(sheet, "Calls +7 912 345 12 34 after the ninth");
        await s.ReadUntilAsync(db => db.LeadWords.AnyAsync(w => w.Kind == WordsKind.Note));
        await s.Ivan.Press(sheet, "Reached");
        await s.Ivan.ExpectButtons(sheet, "Qualified", "Call back", "Bad lead", "More…");
        await s.Ivan.Press(sheet, "Qualified");
        await s.Ivan.ExpectButtons(sheet, "Sold", "Call back", "Lost", "More…");
        await s.Ivan.Press(sheet, "Sold");
        await s.Ivan.ExpectMessage("What was it sold for?");
        s.Ivan.Says("1200");
        await s.ReadUntilAsync(db => db.Leads.AnyAsync(l => l.AmountMinor == 120_000));
        var second = await s.LeadArrives(
            new
            {
                phone = "+79123451234",
                email = "anna@mail.ru",
                product = "Doors",
            }
        );
        await s.Sales.ExpectMessage($"🔥 {second}");
        s.Olga.Says("/find windows");
        await s.Olga.ExpectMessage("Found: 1");
        var asked = s.Olga.Says("/forget 8 (912) 345-12-34");

        var question = await s.Olga.ExpectMessage("Forget this person: 2 leads since 16 March?", "Anna P. · ··· 12-34");
        Assert.Contains($"Still open: {second}. It ends as lost.", question.Text, StringComparison.Ordinal);
        var answer = await s.Olga.Press(question, "Erase");

        Assert.Equal("Erased", answer.Text);
        await s.Olga.ExpectMessage("Forgotten: 2 leads", "Backups made elsewhere hold it");
        await s.Sales.ExpectTurned(card, $"{sold}: contact and words are erased");
        await s.Ivan.ExpectTurned(sheet, $"{sold}: contact and words are erased");
        await s.World.WaitForAsync(view => !OnScreens(view).Any(IsTrace), ScenarioChat.Patience);
        Assert.Null(s.World.View.Message(s.Olga.Id, asked.Id));
        await s.ReadUntilAsync(async db => !IsTrace(await Everything.RowsAsync(db)));
        await s.ReadUntilAsync(_ => Task.FromResult(!IsTrace(Everything.Bytes(s.Database.Files))));
        var leads = await s.ReadAsync(db => db.Leads.OrderBy(l => l.Id).ToListAsync());
        Assert.Equal([LeadStatus.Won, LeadStatus.Lost], leads.Select(l => l.Status));
        Assert.Equal([120_000, null], leads.Select(l => l.AmountMinor));
        Assert.Equal(["PVC windows", "Doors"], leads.Select(l => l.Product));
        Assert.Equal(2, await s.ReadAsync(db => db.LeadEvents.CountAsync(e => e.Kind == nameof(LeadForgotten))));
    }

    [Fact]
    public async Task In_Russian_the_admin_is_asked_and_told_what_stays()
    {
        await using var s = await Scenario.StartAsync(Language.Russian);
        var (lead, card, _) = await s.TakenBy(s.Ivan);
        s.Olga.Says($"/forget {lead}");
        var question = await s.Olga.ExpectMessage("Забыть этого человека: 1 лид с 16 марта?", "Anna P. · ··· 12-34");
        Assert.Contains($"Ещё в работе: {lead}. Закроется как отказ.", question.Text, StringComparison.Ordinal);

        await s.Olga.Press(question, "Стереть");

        await s.Olga.ExpectMessage("Забыто: 1 лид", "Остаются: счётчики и суммы");
        await s.Sales.ExpectTurned(card, $"{lead}: контакт и переписка стёрты");
        await s.Olga.ExpectTurned(question, $"{lead}: контакт и переписка стёрты");
    }

    [Fact]
    public async Task Nobody_but_the_admin_may_and_in_private_only()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, _) = await s.TakenBy(s.Ivan);
        s.Olga.Says($"/forget {lead}");
        var question = await s.Olga.ExpectMessage("Forget this person");

        s.Ivan.Says($"/forget {lead}");
        s.World.Say(s.Olga.Id, s.Sales.Id, $"/forget {lead}");
        s.Anna.Says("/lead 1");
        var copy = await s.Anna.ExpectMessage($"✅ {lead}");
        var forged = await s.Anna.PressData(copy, question.Buttons.Single().CallbackData!);

        await s.Ivan.ExpectMessage("Only the admin of this bot can have somebody forgotten");
        await s.Olga.ExpectMessage("/forget works in our private chat.");
        Assert.Contains("Only the admin", forged.Text, StringComparison.Ordinal);
        Assert.False(await s.ReadAsync(db => db.Contacts.AnyAsync(c => c.ForgottenAt != null)));
    }

    [Fact]
    public async Task Who_asks_anew_after_that_is_somebody_new()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, _) = await s.TakenBy(s.Ivan);
        s.Olga.Says($"/forget {lead}");
        await s.Olga.Press(await s.Olga.ExpectMessage("Forget this person"), "Erase");
        await s.Olga.ExpectMessage("Forgotten: 1 lead");

        var anew = await s.LeadArrives();

        Assert.NotEqual(lead, anew);
        await s.Sales.ExpectMessage($"🔥 {anew}", "Anna P. · ··· 12-34");
        s.Olga.Says($"/forget {lead}");
        await s.Olga.ExpectMessage("I know nobody by that");
    }

    private static IEnumerable<string> OnScreens(WorldView view) =>
        view.Chats.Values.SelectMany(c => c.Messages.Values).Select(m => m.Text ?? "");

    private static bool IsTrace(string text) =>
        Array.Exists(Traces, t => text.Contains(t, StringComparison.OrdinalIgnoreCase));
}
