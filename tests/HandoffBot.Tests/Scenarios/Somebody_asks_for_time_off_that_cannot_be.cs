using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Scenarios;

/// <summary>On Tuesday, 16 March 2027.</summary>
public sealed class Somebody_asks_for_time_off_that_cannot_be
{
    private const string Vacation = "22.03-26.03";

    public static TheoryData<string, string, string> Impossible
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var language in new[] { nameof(Language.English), nameof(Language.Russian) })
            {
                cases.Add(language, "19.03-17.03", "Team.TimeOffEndsFirst");
                cases.Add(language, "18.03 15-13", "Team.TimeOffEndsFirst");
                cases.Add(language, "01.03-05.03", "Team.TimeOffPast");
                cases.Add(language, "15.03", "Team.TimeOffPast");
                cases.Add(language, "01.06.2028-14.06.2028", "Team.TimeOffTooFar");
                cases.Add(language, "26.03-30.03", "Team.TimeOffOverlaps");
                cases.Add(language, "24.03 9-13", "Team.TimeOffOverlaps");
                cases.Add(language, "some day", "Team.TimeOffNotUnderstood");
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Impossible))]
    public async Task It_is_said_why_and_what_is_possible_and_the_question_stays_open(
        string language,
        string typed,
        string why
    )
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says($"/off {Vacation}");
        var shift = await s.Ivan.ExpectMessage(w.Say("Team.TimeOffIs", VacationIn(s)));
        await s.Ivan.Press(shift, w["Team.ShiftTimeOff"]);
        await s.Ivan.ExpectMessage(w["Team.TimeOffAsk"]);

        s.Ivan.Says(typed);

        await s.Ivan.ExpectMessage(w.Say(why, VacationIn(s)));
        Assert.Single(await TimesOffAsync(s));
        s.Ivan.Says("12.04-14.04");
        await s.Ivan.ExpectMessage(VacationIn(s), w.Dates(new(2027, 4, 12), new(2027, 4, 14)));
        Assert.Equal(2, (await TimesOffAsync(s)).Count);
    }

    [Theory, MemberData(nameof(Impossible))]
    public async Task So_it_is_with_the_command(string language, string typed, string why)
    {
        await using var s = await Scenario.StartInAsync(language);
        var w = s.Words;
        s.Ivan.Says($"/off {Vacation}");
        await s.Ivan.ExpectMessage(w.Say("Team.TimeOffIs", VacationIn(s)));

        s.Ivan.Says($"/off {typed}");

        await s.Ivan.ExpectMessage(w.Say(why, VacationIn(s)));
        Assert.Single(await TimesOffAsync(s));
    }

    private static string VacationIn(Scenario s) => s.Words.Dates(new(2027, 3, 22), new(2027, 3, 26));

    private static Task<IReadOnlyList<TimeOff>> TimesOffAsync(Scenario s) =>
        s.ReadAsync(db =>
            db.Members.Where(m => m.Person == new PersonId(s.Ivan.Id)).Select(m => m.TimesOff).SingleAsync()
        );
}
