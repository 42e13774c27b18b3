using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Sandbox;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class A_reply_names_several_leads
{
    [Theory]
    [InlineData("English", "⏰ 3 leads waiting", "Which lead is the note for?")]
    [InlineData("Russian", "⏰ Ждут 3 лида", "К какому лиду заметка?")]
    public async Task Which_of_them_is_asked_by_buttons_and_the_note_lands_there(
        string language,
        string reminder,
        string which
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var late = await LateAsync(s, reminder);

        var note = await s.Ivan.RepliesTo(late, "wants it before the holidays");
        var question = await s.Sales.ExpectMessage(which);
        Assert.Equal(["L-1", "L-2", "L-3"], ScenarioChat.Buttons(question));
        await s.Ivan.Press(question, "L-2");

        await s.Sales.ExpectReaction(note, "✍");
        var words = await s.ReadAsync(db => db.LeadWords.SingleAsync(w => w.Kind == WordsKind.Note));
        Assert.Equal((new LeadId(2), "wants it before the holidays"), (words.Lead, words.Text));
    }

    [Theory]
    [InlineData("English", "⏰ 3 leads waiting", "Which lead is the note for?")]
    [InlineData("Russian", "⏰ Ждут 3 лида", "К какому лиду заметка?")]
    public async Task A_picture_keeps_its_words_and_its_file(string language, string reminder, string which)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var late = await LateAsync(s, reminder);
        await s.ReadUntilAsync(db => db.Messages.AnyAsync(m => m.ChatId == late.ChatId && m.MessageId == late.Id));

        var photo = s.World.SendPhoto(s.Ivan.Id, s.Sales.Id, TestImages.Png(800, 600), "the facade", late.Id);
        await s.Ivan.Press(await s.Sales.ExpectMessage(which), "L-3");

        await s.Sales.ExpectReaction(photo, "✍");
        var words = await s.ReadAsync(db => db.LeadWords.SingleAsync(w => w.Kind == WordsKind.Note));
        Assert.Equal((new LeadId(3), "the facade"), (words.Lead, words.Text));
        Assert.Equal(s.World.View.Message(photo.ChatId, photo.Id)!.Photo!.Id, words.FileId);
    }

    [Fact]
    public async Task A_picture_in_reply_to_one_lead_is_its_note_at_once()
    {
        await using var s = await Scenario.StartAsync();
        var (lead, _, sheet) = await s.TakenBy(s.Ivan);
        await s.ReadUntilAsync(db => db.Messages.AnyAsync(m => m.ChatId == sheet.ChatId && m.MessageId == sheet.Id));

        var photo = s.World.SendPhoto(s.Ivan.Id, s.Ivan.Id, TestImages.Png(800, 600), "the plan", sheet.Id);

        await s.Ivan.ExpectReaction(photo, "✍");
        await s.Ivan.ExpectTurned(sheet, "Note: the plan");
        var words = await s.ReadAsync(db => db.LeadWords.SingleAsync(w => w.Kind == WordsKind.Note));
        Assert.Equal((lead, "the plan"), (words.Lead, words.Text));
        Assert.NotNull(words.FileId);
    }

    /// <summary>Three leads that nobody took, told in one message.</summary>
    private static async Task<Message> LateAsync(Scenario s, string reminder)
    {
        foreach (var i in Enumerable.Range(1, 3))
        {
            await s.LeadArrives(new { phone = $"+7912000000{i}", product = "Windows" });
            await s.Sales.ExpectMessage($"🔥 L-{i}");
        }

        s.TimePasses(TimeSpan.FromMinutes(6));
        return await s.Sales.ExpectMessage(reminder);
    }
}
