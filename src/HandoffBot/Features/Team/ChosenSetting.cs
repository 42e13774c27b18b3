using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Reminders;
using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Team;

/// <summary>Sets for a team what a button says.</summary>
internal static class ChosenSetting
{
    /// <summary>The choice that leaves all as it is.</summary>
    public const int Leave = 0;

    /// <summary>The choice that goes on to what follows a claim.</summary>
    public const int AfterClaim = 50;

    /// <summary>The choice that takes back to what was proposed; others are modes, one higher.</summary>
    public const int AsProposed = 100;

    public static SettingChange Set(SalesTeam team, TeamSetting what, long choice)
    {
        switch (what)
        {
            case TeamSetting.Handing when Enum.IsDefined((HandingMode)(choice - 1)):
                team.HandOut(team.Handing with { Mode = (HandingMode)(choice - 1) });
                return SettingChange.Made;
            case TeamSetting.Masking when Enum.IsDefined((Masking)(choice - 1)):
                team.Mask((Masking)(choice - 1));
                return SettingChange.Made;
            case not TeamSetting.Locale when choice == AsProposed:
                Propose(team, what);
                return SettingChange.Made;
            default:
                return SettingChange.Refused;
        }
    }

    /// <summary>One setting as a new team has it.</summary>
    public static void Propose(SalesTeam team, TeamSetting what)
    {
        switch (what)
        {
            case TeamSetting.Hours:
                var usual = WorkingHours.Default(team.Zone);
                team.Work(usual.Days, usual.From, usual.To);
                break;
            case TeamSetting.Holidays:
                team.CloseOn([]);
                break;
            case TeamSetting.Ladder:
                var (firstContact, outcome) = (team.Ladder.FirstContact, team.Ladder.Outcome);
                team.Climb(Ladder.Default);
                team.Climb(LeadPriority.High, null);
                team.Climb(LeadPriority.Low, null);
                team.WorkWithin(firstContact, outcome);
                break;
            case TeamSetting.AfterClaim:
                team.WorkWithin(Ladder.Default.FirstContact, Ladder.Default.Outcome);
                break;
            case TeamSetting.Capacity:
                team.Carry(Capacity.Default);
                break;
            case TeamSetting.Repeats:
                team.JoinWithin(SalesTeam.DefaultJoinsWithinDays);
                break;
            case TeamSetting.Handing:
                team.HandOut(Handing.Default);
                break;
            case TeamSetting.Masking:
                team.Mask(Masking.Usual);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "Nothing is proposed for it here.");
        }
    }
}
