using Microsoft.Extensions.Options;

namespace HandoffBot.Backups;

internal static class BackupsSetup
{
    public static void AddBackups(this IServiceCollection services)
    {
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BackupOptions>, BackupOptionsValidator>();
        services.AddSingleton<MakeBackup>();
        services.AddSingleton<BackupFolder>();
        services.AddSingleton<NightlyBackup>().AddSingleton<BackupLook>();
        services.AddSingleton<RestoreBackup>();
        services.AddScoped<SettleRestored>();
        services.AddScoped<ReleaseRestored>();
        services.AddHostedService<BackupGauge>();
        services.AddHealthChecks().AddCheck<BackupHealth>("backup");
    }
}
