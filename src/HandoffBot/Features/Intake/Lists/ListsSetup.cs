using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake.Lists;

internal static class ListsSetup
{
    public static void AddLists(this IServiceCollection services)
    {
        services.AddOptions<ListsOptions>().BindConfiguration(ListsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ListsOptions>, ListsOptions.Validator>();
        services.AddSingleton<ListBell>().AddSingleton<ListCopies>().AddSingleton<SettleList>();
        services.AddSingleton<ListSample>().AddSingleton<ListPages>();
        services.AddScoped<OpenList>().AddScoped<ApproveList>().AddScoped<ListQuestions>();
        services.AddScoped<ListDoors>().AddScoped<CountList>().AddScoped<ReadList>();
        services.AddScoped<LoadList>().AddScoped<JoinRepeats>().AddScoped<UndoList>();
        services.AddSingleton<ListsDesk>().AddHostedService(s => s.GetRequiredService<ListsDesk>());
    }
}
