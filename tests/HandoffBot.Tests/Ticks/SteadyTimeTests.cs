using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Ticks;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Ticks;

public sealed class SteadyTimeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_clock_set_back_or_forward_does_not_move_it()
    {
        var machine = new Machine { Wall = Noon };
        var steady = new SteadyTime(machine);

        (machine.Wall, machine.Passed) = (Noon.AddHours(-3), TimeSpan.FromMinutes(1));
        var afterBack = steady.GetUtcNow();
        (machine.Wall, machine.Passed) = (Noon.AddHours(2), TimeSpan.FromMinutes(2));

        Assert.Equal(Noon.AddMinutes(1), afterBack);
        Assert.Equal(Noon.AddMinutes(2), steady.GetUtcNow());
    }

    [Fact]
    public async Task The_sweeps_tick_by_it()
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);

        Assert.IsType<SteadyTime>(bot.Services.GetRequiredKeyedService<TimeProvider>("sweeps"));
    }

    private sealed class Machine : TimeProvider
    {
        public DateTimeOffset Wall { get; set; }

        public TimeSpan Passed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => Passed.Ticks;
    }
}
