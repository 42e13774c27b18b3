namespace HandoffBot.Features.Reminders;

internal static class RemindersSetup
{
    public static void AddReminders(this IServiceCollection services)
    {
        services.AddScoped<WaitingLeads>();
        services.AddScoped<WaitOutAbsence>();
        services.AddScoped<AskedOutcomes>();
        services.AddScoped<MorningLeads>();
        services.AddScoped<OwnersLeave>();
        services.AddScoped<WatchShifts>();
        services.AddScoped<HandingOver.UrgentLeads>();
    }
}
