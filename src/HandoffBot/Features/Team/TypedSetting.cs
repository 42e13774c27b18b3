using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>Sets for a team what was typed.</summary>
internal static class TypedSetting
{
    public static SettingChange Set(SalesTeam team, TeamSetting what, string text, DateTimeOffset now)
    {
        switch (what)
        {
            case TeamSetting.Hours when ShiftPlanReader.Read(text) is { } week:
                team.Work(week);
                return SettingChange.Made;
            case TeamSetting.Holidays:
                return Holidays(team, text, now);
            case TeamSetting.Ladder:
                return Climb(team, text);
            case TeamSetting.AfterClaim when TeamSettingReader.AfterClaim(text) is var (firstContact, outcome):
                team.WorkWithin(firstContact, outcome);
                return SettingChange.Made;
            case TeamSetting.Capacity when TeamSettingReader.Capacity(text) is { } capacity:
                team.Carry(capacity);
                return SettingChange.Made;
            case TeamSetting.Repeats when TeamSettingReader.JoinsWithinDays(text) is { } days:
                team.JoinWithin(days);
                return SettingChange.Made;
            case TeamSetting.Handing when TeamSettingReader.OfferFor(text) is { } time:
                team.HandOut(team.Handing with { For = time });
                return SettingChange.Made;
            default:
                return SettingChange.Refused;
        }
    }

    private static SettingChange Holidays(SalesTeam team, string text, DateTimeOffset now)
    {
        if (HolidayReader.Read(text, team.Holidays, now, team.Zone) is not { } read)
        {
            return SettingChange.Refused;
        }

        var words = team.Words();
        if (read.Unlisted.Count > 0)
        {
            return new(false, "Team.HolidaysUnlisted", TeamSettingText.Days(read.Unlisted, words, now));
        }

        var past = TeamSettingText.Days(read.Past, words, now);
        if (read.Past.Count > 0 && read.Days.Count == 0)
        {
            return new(false, "Team.HolidaysAllPast", past);
        }

        team.CloseOn(read.Days);
        return read.Past.Count > 0 ? new(true, "Team.HolidaysPast", past) : SettingChange.Made;
    }

    private static SettingChange Climb(SalesTeam team, string text)
    {
        var of = TeamSettingReader.OfPriority(text);
        if (TeamSettingReader.Ladder(of?.Minutes ?? text, team.Ladder) is not { } ladder)
        {
            return SettingChange.Refused;
        }

        if (of is var (priority, _))
        {
            team.Climb(priority, ladder);
        }
        else
        {
            team.Climb(ladder);
        }

        return SettingChange.Made;
    }
}
