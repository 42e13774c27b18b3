using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>What a member typed about their time, put into their place in the team.</summary>
internal static class ShiftChange
{
    /// <returns>Why it was not written down and what would be possible; null when it was.</returns>
    public static (string Key, IReadOnlyList<string> Values)? Plan(Member member, string text)
    {
        if (ShiftPlanReader.Read(text) is not { } plan)
        {
            return ("Team.PlanHow", []);
        }

        member.PlanShifts(plan);
        return null;
    }

    /// <returns>Why it was not written down and what would be possible; null when it was.</returns>
    public static (string Key, IReadOnlyList<string> Values)? Quiet(Person person, string text, SalesTeam team)
    {
        if (ShiftPlanReader.Hours(text) is not var (from, to))
        {
            return ("Team.QuietHow", []);
        }

        person.BeQuiet(new QuietHours(from, to, team.Locale.ZoneId));
        return null;
    }

    /// <returns>Why it was not written down and what would be possible; null when it was.</returns>
    public static (string Key, IReadOnlyList<string> Values)? TimeOff(
        Member member,
        string text,
        DateTimeOffset at,
        Wording words
    )
    {
        var problem = TimeOffReader.Read(text, at, words.Zone, out var off);
        if (problem is TimeOffProblem.None)
        {
            problem = member.TakeTimeOff(off, at);
        }

        if (problem is TimeOffProblem.None)
        {
            return null;
        }

        var other = member.TimesOff.FirstOrDefault(o => o.From < off.To && o.To > off.From);
        return ($"Team.TimeOff{problem}", other is null ? [] : [ShiftText.Of(other, words)]);
    }
}
