using HandoffBot.Domain.Team;
using HandoffBot.Sandbox.World;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

public sealed class Settings_fit_the_team
{
    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Holidays_typed_in_March_are_those_of_next_year_and_what_is_over_is_said(string language)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var isRussian = s.Language is Language.Russian;
        var button = isRussian ? "Праздники…" : "Holidays…";

        await TypeAsync(s, button, "01.01–08.01, 23.02, 15.03.2027");

        await s.Olga.ExpectMessage(
            isRussian ? "Праздники: 1–8 января, 23 февраля" : "Holidays: 1–8 January, 23 February"
        );
        await s.Olga.ExpectMessage(
            isRussian ? "Уже прошли, не записаны: 15 марта" : "Over already, so not written down: 15 March"
        );
        await TypeAsync(s, button, "+ 31.12");
        await s.Olga.ExpectMessage(
            isRussian
                ? "Праздники: 31 декабря 2027 – 8 января 2028, 23 февраля"
                : "Holidays: 31 December 2027 – 8 January"
        );
        await TypeAsync(s, button, "− 23.02, 01.01–07.01");
        await s.Olga.ExpectMessage(isRussian ? "Праздники: 31 декабря, 8 января" : "Holidays: 31 December, 8 January");
        Assert.Equal(
            [new DateOnly(2027, 12, 31), new DateOnly(2028, 1, 8)],
            await s.ReadAsync(db => db.Teams.AsNoTracking().Select(t => t.Holidays).SingleAsync())
        );
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Hours_differ_by_the_day_of_the_week(string language)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var isRussian = s.Language is Language.Russian;

        await TypeAsync(
            s,
            isRussian ? "Часы…" : "Hours…",
            isRussian ? "пн–пт 9–18, сб 10–14" : "Mon–Fri 9–18, Sat 10–14"
        );

        await s.Olga.ExpectMessage(
            isRussian ? "Часы: пн–пт 09:00–18:00, сб 10:00–14:00" : "Hours: Mon–Fri 09:00–18:00, Sat 10:00–14:00"
        );
        var hours = (await s.ReadAsync(db => db.Teams.AsNoTracking().SingleAsync())).Rhythm.Hours;
        Assert.True(hours.IsOpen(new DateTimeOffset(2027, 3, 20, 10, 30, 0, TimeSpan.Zero)));
        Assert.False(hours.IsOpen(new DateTimeOffset(2027, 3, 20, 11, 30, 0, TimeSpan.Zero)));
        Assert.True(hours.IsOpen(new DateTimeOffset(2027, 3, 19, 11, 30, 0, TimeSpan.Zero)));
        await s.Olga.Press(await SettingsAsync(s), isRussian ? "Часы…" : "Hours…");
        var asked = await s.Olga.Expect(m => ScenarioChat.Buttons(m).Length == 2, "the question for the hours");
        await s.Olga.Press(asked, isRussian ? "Как обычно" : "As proposed");
        await s.Olga.ExpectMessage(isRussian ? "Часы: пн–пт 09:00–18:00\n" : "Hours: Mon–Fri 09:00–18:00\n");
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task First_contact_and_outcome_have_times_of_the_teams_own(string language)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var isRussian = s.Language is Language.Russian;
        await TypeAsync(s, isRussian ? "Норматив…" : "SLA…", isRussian ? "срочные 1 2 5 15" : "urgent 1 2 5 15");
        await s.Olga.ExpectMessage("1 / 2 / 5");
        var settings = await SettingsAsync(s);
        await s.Olga.Press(settings, isRussian ? "Норматив…" : "SLA…");
        var more = isRussian ? "После взятия…" : "After taking…";
        var asked = await s.Olga.Expect(m => m.Id > settings.Id && ScenarioChat.Buttons(m).Contains(more), more);
        await s.Olga.Press(asked, more);
        await s.Olga.ExpectMessage(
            isRussian
                ? "Сейчас: 30 мин до контакта, 24 ч до результата"
                : "Now: 30 min to the first contact, 24 h to the outcome"
        );

        s.Olga.Says(isRussian ? "15 мин 8 ч" : "15 min 8 h");

        await s.Olga.ExpectMessage(
            isRussian
                ? "После взятия: 15 мин до контакта, 8 ч до результата"
                : "After taking: 15 min to the first contact, 8 h to the outcome"
        );
        var (_, _, sheet) = await s.TakenBy(s.Ivan);
        Assert.Contains(isRussian ? "Позвонить до 10:15" : "Call by 10:15", sheet.Text, StringComparison.Ordinal);
        var team = await s.ReadAsync(db => db.Teams.AsNoTracking().SingleAsync());
        Assert.Equal(TimeSpan.FromMinutes(15), team.HighLadder!.FirstContact);
        Assert.Equal(TimeSpan.FromHours(8), team.Ladder.Outcome);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Who_changed_what_and_when_is_listed_newest_first(string language)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var isRussian = s.Language is Language.Russian;
        for (var days = 31; days <= 38; days++)
        {
            await TypeAsync(s, isRussian ? "Повторы…" : "Repeats…", days.ToString(CultureInfo.InvariantCulture));
            await s.Olga.ExpectMessage(isRussian ? $"присоединяются {days}" : $"join for {days}");
        }

        await s.Olga.Press(await SettingsAsync(s), isRussian ? "Изменения…" : "Changes…");
        var newest = await s.Olga.ExpectMessage(
            isRussian ? "Кто что менял в «Windows»" : "Who changed what in “Windows”"
        );
        await s.Olga.Press(newest, isRussian ? "Раньше…" : "Older…");

        var older = await s.Olga.Expect(
            m => m.Id > newest.Id && m.Text!.Contains(" → ", StringComparison.Ordinal),
            "older changes"
        );
        Assert.Equal(7, newest.Text!.Split('\n').Length);
        Assert.Contains(
            isRussian
                ? "10:00, Olga · Повторы: присоединяются 37\u00a0дней → присоединяются 38\u00a0дней".Replace(
                    '\u00a0',
                    ' '
                )
                : "10:00, Olga · Repeats: join for 37 days → join for 38 days",
            newest.Text.Split('\n')[1].Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );
        Assert.Contains(
            isRussian ? "30 дней → присоединяются 31 день" : "30 days → join for 31 days",
            older.Text!.Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );
        Assert.Equal(3, older.Text!.Split('\n').Length);
    }

    [Theory, ClassData(typeof(BothLanguages))]
    public async Task Strictly_masked_the_chat_sees_a_letter_and_no_digit_until_a_lead_is_taken(string language)
    {
        await using var s = await Scenario.StartAsync(Enum.Parse<Language>(language));
        var isRussian = s.Language is Language.Russian;
        var settings = await SettingsAsync(s);
        await s.Olga.Press(settings, isRussian ? "Скрытие…" : "Masking…");
        var strict = isRussian ? "Строго" : "Strict";
        await s.Olga.Press(
            await s.Olga.Expect(m => m.Id > settings.Id && ScenarioChat.Buttons(m).Contains(strict), strict),
            strict
        );
        await s.Olga.ExpectMessage(isRussian ? "Скрытие: строгое" : "Masking: strict");

        await s.LeadArrives();
        var card = await s.Sales.ExpectMessage("🔥 L-1", isRussian ? "A. · телефон" : "A. · a phone");
        Assert.DoesNotContain("12-34", card.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", card.Text!, StringComparison.Ordinal);
        await s.Ivan.Press(card, isRussian ? "Беру" : "Take");
        await s.Ivan.ExpectMessage("Anna Petrova", "+79123451234");
        await s.LeadArrives(new { name = "Boris Orlov", email = "boris@mail.ru" });

        var mailed = await s.Sales.ExpectMessage("🔥 L-2", isRussian ? "B. · почта" : "B. · an e-mail");
        Assert.DoesNotContain("boris", mailed.Text!, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<Message> SettingsAsync(Scenario s)
    {
        var seen = s.Olga.Messages.Select(m => m.Id).DefaultIfEmpty().Max();
        s.Olga.Says("/settings");
        var title = s.Language is Language.Russian ? "Настройки «" : "Settings of";
        return await s.Olga.Expect(
            m => m.Id > seen && m.Text!.Contains(title, StringComparison.Ordinal),
            "the settings"
        );
    }

    private static async Task TypeAsync(Scenario s, string button, string typed)
    {
        var settings = await SettingsAsync(s);
        await s.Olga.Press(settings, button);
        await s.Olga.Expect(
            m =>
                m.Id > settings.Id
                && m.Text!.Contains(s.Language is Language.Russian ? "Сейчас:" : "Now:", StringComparison.Ordinal),
            $"the question of {button}"
        );
        s.Olga.Says(typed);
    }
}
