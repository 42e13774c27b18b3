using Microsoft.Extensions.Options;

namespace HandoffBot.Forgetting;

internal static class ForgettingSetup
{
    public static void AddForgetting(this IServiceCollection services)
    {
        services.AddOptions<ForgettingOptions>().BindConfiguration(ForgettingOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ForgettingOptions>, ForgettingOptionsValidator>();
        services.AddSingleton<ForgettingPlaces>();
        services.AddSingleton<LastNight>().AddSingleton<BeginList>();
        services.AddSingleton<RetentionNight>();
        services.AddSingleton<CleanFile>();
        services.AddScoped<PersonSearch>();
        services.AddScoped<ForgetPerson>();
    }
}
