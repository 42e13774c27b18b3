using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Features.Handoff.Queue;
using Microsoft.Extensions.Options;

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
        services.AddScoped<LeadTiesQuery>().AddScoped<MergeDesk>().AddScoped<PartLead>().AddScoped<TakeOutInquiry>();
        services.AddScoped<QueueCard>().AddScoped<CrowdedChats>();
        services.AddScoped<ListLineCard>();
        services.AddOptions<RushOptions>().BindConfiguration(RushOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RushOptions>, RushOptions.Validator>();
        services.AddScoped<MemberRights>();
    }
}
