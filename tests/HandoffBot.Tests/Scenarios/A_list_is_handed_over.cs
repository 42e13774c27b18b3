using System.Text;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_list_is_handed_over
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Marketing_sends_a_file_sees_what_is_in_it_and_says_yes(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;

        s.Maria.Sends(
            "expo-2027.xlsx",
            Spreadsheet.Of(Titles(s), ["Anna Petrova", "89121000001"], ["Boris", "89121000002"])
        );
        var preview = await s.Maria.ExpectMessage(
            w.Say("Intake.ListFound", "expo-2027.xlsx", 2),
            "Anna P. · ··· 00-01",
            w.Say("Intake.ListGoes", "Windows", "expo-2027")
        );
        Assert.False(await s.ReadAsync(db => db.Leads.AnyAsync()));
        await s.Maria.Press(preview, w.Say("Intake.ListChoiceTake", 2));

        await s.Maria.ExpectMessage(w.Say("Intake.ListDone", 2, 0, "expo-2027"));
        var line = await s.Sales.ExpectMessage(w.Say("Handoff.ListWaits", 2, "expo-2027"));
        await s.Ivan.Press(line, w["Handoff.TakeNext"]);
        await s.Ivan.ExpectMessage("Anna Petrova", "+79121000001");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Wrong_rows_are_listed_and_nothing_enters_unseen(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var russian = language == nameof(Language.Russian);
        var text = russian
            ? "Имя;Телефон\nАнна;89121000001\nБорис;12\nВера;\n"
            : "Name;Phone\nAnna;89121000001\nBoris;12\nVera;\n";

        s.Maria.Sends("expo.csv", Encoding.UTF8.GetBytes(text));
        var preview = await s.Maria.ExpectMessage(
            $"{w["Intake.ListFlawShortPhone"]}: 3",
            $"{w["Intake.ListFlawNoContact"]}: 4",
            w["Intake.ListMend"]
        );

        Assert.DoesNotContain(w.Say("Intake.ListChoiceTake", 1), ScenarioChat.Buttons(preview));
        await s.Maria.Press(preview, w.Say("Intake.ListChoiceWithoutWrong", 2, 1));
        await s.Sales.ExpectMessage(w.Say("Handoff.ListWaits", 1, "expo"));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task The_same_file_again_changes_nothing(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        var file = Spreadsheet.Of(Titles(s), ["Anna", "89121000001"]);
        await TakeInAsync(s, "expo.xlsx", file, 1);

        s.Maria.Sends("expo (1).xlsx", file);

        await s.Maria.ExpectMessage(
            w.Say("Intake.ListSame", "expo", $"{w.Date(w.Day(s.World.Clock.GetUtcNow()))} 10:00", "Maria")
        );
        Assert.Equal(1, await s.ReadAsync(db => db.Leads.CountAsync()));
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task It_enters_as_a_queue_behind_what_is_hot_and_nobody_is_reminded_of_it(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        string[][] rows =
        [
            Titles(s),
            .. Enumerable.Range(0, 60).Select(n => new[] { $"Guest {n}", $"891210000{n:00}" }),
        ];
        await TakeInAsync(s, "expo.xlsx", Spreadsheet.Of(rows), 60);
        var line = await s.Sales.ExpectMessage(w.Say("Handoff.ListWaits", 60, "expo"));
        var hot = await s.LeadArrives();
        await s.Sales.ExpectMessage($"🔥 {hot}");

        await s.Ivan.Press(line, w["Handoff.TakeNext"]);
        await s.Ivan.ExpectMessage("+79123451234");
        await s.Anna.Press(line, w["Handoff.TakeNext"]);
        await s.Anna.ExpectMessage("+79121000000");
        s.TimePasses(TimeSpan.FromMinutes(20));
        await s.SweptAsync();

        await s.Sales.ExpectTurned(line, w.Say("Handoff.ListWaits", 59, "expo"));
        Assert.Equal(
            2,
            s.Sales.Messages.Count(m =>
                m.Text?.Contains("🔥", StringComparison.Ordinal) is true || m.Text?.Contains('✅') is true
            )
        );
        Assert.DoesNotContain(s.Olga.Messages, m => m.Text?.Contains('⏰') is true);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_asked_before_is_joined_to_their_lead_and_its_owner_hears(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        var (lead, _, _) = await s.TakenBy(s.Ivan);

        s.Maria.Sends("expo.xlsx", Spreadsheet.Of(Titles(s), ["Anna", "+79123451234"], ["Boris", "89121000002"]));
        var preview = await s.Maria.ExpectMessage(s.Words.Say("Intake.ListRepeats", 1));
        await s.Maria.Press(preview, s.Words.Say("Intake.ListChoiceTake", 2));

        await s.Maria.ExpectMessage(s.Words.Say("Intake.ListDoneRepeats", 1, 1, "expo"));
        await s.Ivan.Expect(m => m.Text?.Contains(lead.ToString(), StringComparison.Ordinal) is true, "the repeat");
        Assert.Equal(
            2,
            await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Inquiries).SingleAsync())
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_asks_by_themselves_comes_forward_from_the_queue_of_a_list(string language)
    {
        await using var s = await Scenario.StartInAsync(language);
        await TakeInAsync(
            s,
            "expo.xlsx",
            Spreadsheet.Of(Titles(s), ["Anna", "89123451234"], ["Boris", "89121000002"]),
            2
        );
        s.TimePasses(TimeSpan.FromMinutes(30));

        var lead = await s.LeadArrives();
        var card = await s.Sales.ExpectMessage($"🔥 {lead}", s.Words.Say("Handoff.Again", 2));
        s.TimePasses(TimeSpan.FromMinutes(5));

        Assert.Equal(1, lead.Value);
        await s.Sales.ExpectReplyTo(card, lead.ToString());
    }

    [Theory]
    [InlineData("English", "photo.csv", "photo", "Intake.ListNoTable")]
    [InlineData("English", "empty.csv", "", "Intake.ListEmpty")]
    [InlineData("English", "titles.csv", "Name;Phone\n", "Intake.ListOnlyTitles")]
    [InlineData("English", "people.csv", "Anna;89121000001\n", "Intake.ListNoTitles")]
    [InlineData("English", "colours.csv", "Name;Colour\nAnna;red\n", "Intake.ListNoContactColumn")]
    [InlineData("English", "bomb.xlsx", "bomb", "Intake.ListInflated")]
    [InlineData("English", "report.pdf", "%PDF-1.7", "Intake.ListNoTable")]
    [InlineData("English", "large.csv", "large", "Intake.ListTooLarge")]
    [InlineData("Russian", "photo.csv", "photo", "Intake.ListNoTable")]
    [InlineData("Russian", "empty.csv", "", "Intake.ListEmpty")]
    [InlineData("Russian", "titles.csv", "Имя;Телефон\n", "Intake.ListOnlyTitles")]
    [InlineData("Russian", "people.csv", "Анна;89121000001\n", "Intake.ListNoTitles")]
    [InlineData("Russian", "colours.csv", "Имя;Цвет\nАнна;красный\n", "Intake.ListNoContactColumn")]
    [InlineData("Russian", "bomb.xlsx", "bomb", "Intake.ListInflated")]
    [InlineData("Russian", "report.pdf", "%PDF-1.7", "Intake.ListNoTable")]
    [InlineData("Russian", "large.csv", "large", "Intake.ListTooLarge")]
    public async Task What_is_no_list_gets_one_line_with_what_is_possible(
        string language,
        string name,
        string text,
        string key
    )
    {
        await using var s = await Scenario.StartInAsync(language);

        s.Maria.Sends(
            name,
            text switch
            {
                "photo" => [0xFF, 0xD8, 0xFF, 0xE0, .. TestPicture],
                "bomb" => Spreadsheet.Bomb(4, "<row/>" + new string(' ', 2 << 20)),
                "large" => new byte[(20 << 20) + 1],
                _ => Encoding.UTF8.GetBytes(text),
            }
        );

        await s.Maria.ExpectMessage(s.Words[key]);
        Assert.False(await s.ReadAsync(db => db.Leads.AnyAsync()));
    }

    [Theory]
    [InlineData("English", "Name", "Phone", "Survey", "name ← Name, phone ← Phone")]
    [InlineData("Russian", "Имя", "Телефон", "Опрос", "имя ← Имя, телефон ← Телефон")]
    public async Task A_hundred_columns_in_Windows_1251_are_taken_and_what_is_not_kept_is_said(
        string language,
        string name,
        string phone,
        string other,
        string columns
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var titles = string.Join(';', Enumerable.Range(1, 98).Select(n => $"{other} {n}"));
        var text = $"{name};{phone};{titles}\nАнна;89121000001;да\n";

        s.Maria.Sends("expo.csv", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(text));

        await s.Maria.ExpectMessage(columns, s.Words.Say("Intake.ListLost", 100, 20, 78), "Анна · ··· 00-01");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task A_rep_is_told_who_hands_lists_over(string language)
    {
        await using var s = await Scenario.StartInAsync(language);

        s.Ivan.Sends("expo.csv", Encoding.UTF8.GetBytes("Phone\n89121000001\n"));

        await s.Ivan.ExpectMessage(s.Words["Intake.ListNotYours"]);
    }

    private static IEnumerable<byte> TestPicture => Enumerable.Range(0, 4_000).Select(i => (byte)(i * 31));

    private static string[] Titles(Scenario s) =>
        s.Language is Language.Russian ? ["Имя", "Телефон"] : ["Name", "Phone"];

    private static async Task TakeInAsync(Scenario s, string name, byte[] file, int rows)
    {
        s.Maria.Sends(name, file);
        var preview = await s.Maria.ExpectMessage(s.Words.Say("Intake.ListFound", name, rows));
        await s.Maria.Press(preview, s.Words.Say("Intake.ListChoiceTake", rows));
        await s.ReadUntilAsync(db => db.Lists.AnyAsync(l => l.State == ListState.Done));
    }
}
