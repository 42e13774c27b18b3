using System.Text.Json;
using HandoffBot.Chat;
using HandoffBot.Checkup;
using HandoffBot.Persistence;
using HandoffBot.Tests.Http;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Checkup;

public sealed class DoctorHealthTests
{
    [Fact]
    public async Task What_the_doctor_found_is_the_first_line_of_trouble()
    {
        await using var host = await RunningHost.StartAsync();
        var round = host.App.Services.GetRequiredService<DoctorRound>();

        using var ready = await host.GetAsync(host.Public + "/health/ready");
        var unasked = round.Examination;
        await host.ReadAsync(host.Management + "/health");
        await round.Examination!;
        var health = JsonSerializer.Deserialize<JsonElement>(await host.ReadAsync(host.Management + "/health"));

        Assert.Null(unasked);
        Assert.NotEqual("ok", health.GetProperty("status").GetString());
        var trouble = health.GetProperty("trouble").GetString();
        Assert.Contains("Telegram cannot be reached", trouble, StringComparison.Ordinal);
        var doctor = health.GetProperty("parts").GetProperty("doctor");
        Assert.Equal(trouble, doctor.GetProperty("words").GetString());
        Assert.True(doctor.GetProperty("data").EnumerateObject().Count() > 1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_asks_often_never_waits_for_the_doctor(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync();
        var telegram = new TaskCompletionSource<Meeting>();
        bot.Chat.Setup(c => c.MeetAsync(It.IsAny<CancellationToken>())).Returns(telegram.Task);
        var round = bot.Services.GetRequiredService<DoctorRound>();

        var first = round.Look();
        var examination = round.Examination;
        bot.Clock.Advance(DoctorRound.Fresh);
        var meanwhile = round.Look();
        Assert.Same(examination, round.Examination);
        telegram.SetResult(default);
        await examination!;
        round.Look();
        await round.Examination!;

        Assert.Null(first);
        Assert.Null(meanwhile);
        Assert.Contains(round.Found!, f => f.Key == "Doctor.TelegramSilent");
    }

    [Fact]
    public async Task The_doctor_looks_again_after_five_minutes_and_not_before()
    {
        await using var bot = await TestBot.StartAsync(StorageProvider.Sqlite);
        var round = bot.Services.GetRequiredService<DoctorRound>();
        round.Look();
        var first = round.Examination;
        await first!;

        bot.Clock.Advance(DoctorRound.Fresh - TimeSpan.FromSeconds(1));
        round.Look();
        var early = round.Examination;
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        round.Look();

        Assert.Same(first, early);
        Assert.NotSame(first, round.Examination);
        await round.Examination!;
    }
}
