namespace HandoffBot.Checkup;

internal static class CheckupSetup
{
    public static void AddCheckup(this IServiceCollection services)
    {
        services.AddSingleton<Doctor>().AddSingleton(new FreeSpace(FreeSpace.OnDisk));
        services.AddScoped<SettingsCheck>().AddScoped<DatabaseCheck>().AddScoped<TelegramCheck>();
        services.AddScoped<PoolerCheck>().AddScoped<ChatsCheck>().AddScoped<RightsCheck>();
        services.AddScoped<WebhookCheck>();
        services.AddScoped<DiskCheck>().AddScoped<ICheck>(s => s.GetRequiredService<DiskCheck>());
        services.AddScoped<ICheck, BackupCheck>();
        services.AddSingleton<DoctorRound>().AddHealthChecks().AddCheck<DoctorHealth>(DoctorHealth.Name);
    }
}
