using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Nobody_answers_the_phone
{
    /// <summary>Longer than a press counts as a repeated one.</summary>
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(
        "English",
        "No answer",
        "no answer, noted",
        "No answer so far, attempts: ",
        "More…",
        "Bad lead",
        "Back",
        "No answer · by Ivan"
    )]
    [InlineData(
        "Russian",
        "Нет ответа",
        "нет ответа, записано",
        "Пока нет ответа, попыток: ",
        "Ещё…",
        "Плохой лид",
        "Назад",
        "Нет ответа · отметка: Ivan"
    )]
    public async Task Attempts_are_counted_and_from_the_sixth_they_are_a_reason(
        string language,
        string noAnswer,
        string noted,
        string count,
        string more,
        string bad,
        string back,
        string closed
    )
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        foreach (var attempt in Enumerable.Range(1, 5))
        {
            s.TimePasses(AWhile);
            Assert.Equal($"{lead}: {noted}", (await s.Ivan.Press(sheet, noAnswer)).Text);
            sheet = await s.Ivan.ExpectTurned(sheet, $"{count}{attempt}");
        }

        var reasons = await ReasonsAsync(sheet);
        Assert.DoesNotContain(noAnswer, ScenarioChat.Buttons(reasons));
        sheet = await s.Ivan.Opens(reasons, back);
        s.TimePasses(AWhile);
        await s.Ivan.Press(sheet, noAnswer);
        sheet = await s.Ivan.ExpectTurned(sheet, $"{count}6");

        reasons = await ReasonsAsync(sheet);
        await s.Ivan.Press(reasons, noAnswer);

        await s.Sales.ExpectTurned(card, $"⛔ {lead}", closed);
        Assert.Equal(
            nameof(RejectReason.NoAnswer),
            await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Reason).SingleAsync())
        );

        async Task<Message> ReasonsAsync(Message standing)
        {
            s.TimePasses(AWhile);
            standing = await s.Ivan.Opens(standing, more);
            s.TimePasses(AWhile);
            return await s.Ivan.Opens(standing, bad);
        }
    }

    [Fact]
    public async Task Pressed_twice_in_a_moment_it_is_one_attempt()
    {
        await using var s = await Scenario.StartAsync();
        var (_, _, sheet) = await s.TakenBy(s.Ivan);

        await s.Ivan.Press(sheet, "No answer");
        var again = await s.Ivan.Press(sheet, "No answer");

        Assert.Equal("Already counted", again.Text);
        Assert.Equal(1, await s.ReadAsync(db => db.Leads.Select(l => l.Attempts).SingleAsync()));
    }
}
