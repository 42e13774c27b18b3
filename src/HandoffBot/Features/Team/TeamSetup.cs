using HandoffBot.Features.Team.Webhooks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Team;

internal static class TeamSetup
{
    public static void AddTeam(this IServiceCollection services)
    {
        services.AddOptions<TeamOptions>().BindConfiguration(TeamOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamOptions>, TeamOptions.Validator>();
        services.TryAddSingleton(Console.Out);

        services.AddSingleton<SetupCode>();
        services.AddSingleton<SetupInvitation>();
        services.AddSingleton<MainMenu>();
        services.AddSingleton<CommandList>();
        services.AddSingleton<FullDiskTold>();
        services.AddHostedService<AnnounceSetup>();
        services.AddHostedService<OfferCommands>();

        services.AddScoped<ReturnOrphans>().AddScoped<RepClaimsQuery>();
        services.AddScoped<ChangeMate>().AddScoped<CallMate>();
        services.AddScoped<WebhookDesk>();
        services.AddScoped<BusySettings>().AddScoped<NoteTeamChange>();
        services.AddScoped<AdminDesk>().AddScoped<BecomeAdmin>().AddScoped<WrongPlace>();
        services.AddScoped<NewChat>().AddScoped<ReturnedChat>().AddScoped<WaitingLeads>();
        services.AddScoped<MakeTeam>().AddScoped<GiveChat>().AddScoped<SettleChat>();
        services.AddScoped<LocaleQuestions>().AddScoped<SettleLocale>();
        services.AddScoped<AddTeam>().AddScoped<ListTeams>().AddScoped<ResetAdmin>();
    }
}
