namespace HandoffBot.Domain.Team;

internal static class WeekDaysReading
{
    public static bool Includes(this WeekDays days, DayOfWeek day) => ((int)days & (1 << (int)day)) != 0;
}
