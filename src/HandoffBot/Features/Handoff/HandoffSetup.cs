namespace HandoffBot.Features.Handoff;

internal static class HandoffSetup
{
    public static void AddHandoff(this IServiceCollection services)
    {
        services.AddScoped<LeadSheets>();
        services.AddScoped<LeadAccess>();
        services.AddScoped<LeadDesk>();
        services.AddScoped<LeadQuestions>();
        services.AddScoped<FirstClaims>();
        services.AddScoped<Taking>();
        services.AddScoped<MemberRights>();
    }
}
