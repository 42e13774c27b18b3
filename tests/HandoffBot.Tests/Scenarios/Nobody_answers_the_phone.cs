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
        "no answer. Next try",
        "No answer so far, attempts: ",
        "More…",
        "Bad lead",
        "Back",
        "No answer · by Ivan"
    )]
    [InlineData(
        "Russian",
        "Нет ответа",
        "нет ответа. Следующая попытка",
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
            var answer = await s.Ivan.Press(sheet, noAnswer);
            Assert.StartsWith($"{lead}: {noted}", answer.Text, StringComparison.Ordinal);
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

    [Theory]
    [InlineData(
        "English",
        "No answer",
        "Next: 12:00",
        "call back now",
        "tried 6 times, no answer. Close it?",
        "Close: no answer"
    )]
    [InlineData(
        "Russian",
        "Нет ответа",
        "Следующая: 12:00",
        "перезвонить сейчас",
        "попыток 6, ответа нет. Закрыть?",
        "Закрыть: нет ответа"
    )]
    public async Task The_next_attempt_plans_itself_is_reminded_and_after_the_sixth_it_is_asked_whether_to_close(
        string language,
        string noAnswer,
        string next,
        string now,
        string question,
        string close
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var (lead, card, sheet) = await s.TakenBy(s.Ivan);
        await s.Ivan.Press(sheet, noAnswer);
        await s.Ivan.ExpectTurned(sheet, next);
        s.TimePasses(TimeSpan.FromHours(2));
        await s.Ivan.ExpectMessage($"⏰ {lead}", now, "+79123451234");

        foreach (var _ in Enumerable.Range(2, 5))
        {
            s.TimePasses(TimeSpan.FromDays(2));
            await s.Ivan.PressData(sheet, sheet.Buttons.Single(b => b.Text == noAnswer).CallbackData!);
        }

        var asked = await s.Ivan.ExpectMessage(question, $"{lead}", "+79123451234");
        await s.Ivan.Press(asked, close);

        await s.Sales.ExpectTurned(card, "⛔", $"{lead}");
        Assert.Equal(
            nameof(RejectReason.NoAnswer),
            await s.ReadAsync(db => db.Leads.Where(l => l.Id == lead).Select(l => l.Reason).SingleAsync())
        );
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
