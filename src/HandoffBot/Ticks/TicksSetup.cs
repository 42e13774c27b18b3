using Microsoft.Extensions.Options;
using Quartz;

namespace HandoffBot.Ticks;

/// <summary>The scheduler. It ticks on real time, also while the application's clock is moved; sweeps ask that clock what is due.</summary>
internal static class TicksSetup
{
    private const string Scheduler = "sweeps";

    public static void AddTicks(this IServiceCollection services, IConfiguration settings, Action<Sweeps> list)
    {
        services.AddOptions<TicksOptions>().BindConfiguration(TicksOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TicksOptions>, TicksOptions.Validator>();
        var every = settings.GetValue($"{TicksOptions.Section}:{nameof(TicksOptions.Every)}", new TicksOptions().Every);
        services.AddSingleton<SweepTroubles>();
        services.AddQuartz(
            Scheduler,
            quartz =>
            {
                quartz.UseTimeProvider(new SteadyTime(TimeProvider.System));
                list(new Sweeps(services, quartz, every));
            }
        );
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }
}

/// <summary>The list of sweeps.</summary>
internal sealed class Sweeps(IServiceCollection services, IQuartzBuilder quartz, TimeSpan every)
{
    public void Add<T>()
        where T : class, ISweep
    {
        services.AddScoped<T>();
        quartz.ScheduleJob<SweepJob<T>>(trigger =>
            trigger
                .WithIdentity(typeof(T).Name)
                .StartNow()
                .WithSimpleSchedule(s =>
                    s.WithInterval(every)
                        .RepeatForever()
                        .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithExistingCount)
                )
        );
    }
}
