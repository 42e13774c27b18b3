using System.Net;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using HandoffBot.Tests.Telegram;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HandoffBot.Tests.Features.Intake;

public sealed class StrangersTests
{
    private const string TellCommands = "--Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command=Information";
    private static readonly object Lead = new { phone = "+79123451234" };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_flood_of_unknown_keys_is_stopped_before_the_database(StorageProvider provider)
    {
        var lines = new LogLines();
        await using var stage = await IntakeStage.StartAsync(
            provider,
            replace: services => services.AddSingleton<ILoggerProvider>(lines),
            settings: TellCommands
        );
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stage.PostAsync(Lead, key: $"hb_guess-{i}")).Status);
        }

        var before = lines.All.Count(IsRead);
        var flood = new List<IntakeAnswer>();
        for (var i = 0; i < 100; i++)
        {
            flood.Add(await stage.PostAsync(Lead, key: $"hb_flood-{i}"));
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("phone", "+79123451234")]);
            flood.Add(await stage.SubmitAsync(form, formKey: $"flood-{i}"));
        }

        Assert.NotEqual(0, before);
        Assert.Equal(before, lines.All.Count(IsRead));
        Assert.All(flood, a => Assert.Equal(HttpStatusCode.TooManyRequests, a.Status));
        Assert.All(flood, a => Assert.NotNull(a.RetryAfter));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_known_source_behind_the_address_of_a_flood_keeps_its_whole_rate(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        for (var i = 0; i < 40; i++)
        {
            await stage.PostAsync(Lead, key: $"hb_flood-{i}");
        }

        var burst = new List<HttpStatusCode>();
        for (var i = 0; i < 201; i++)
        {
            burst.Add((await stage.PostTextAsync("{}")).Status);
        }

        stage.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = new List<HttpStatusCode>();
        for (var i = 0; i < 51; i++)
        {
            second.Add((await stage.PostTextAsync("{}")).Status);
        }

        Assert.Equal(200, burst.Count(s => s is HttpStatusCode.BadRequest));
        Assert.Equal(50, second.Count(s => s is HttpStatusCode.BadRequest));
        Assert.Equal(HttpStatusCode.TooManyRequests, second[^1]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_first_posts_after_a_start_may_come_all_at_once(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);

        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => stage.PostTextAsync("{}")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.BadRequest, a.Status));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_key_made_beside_the_bot_opens_amid_a_flood_within_a_second(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        for (var i = 0; i < 40; i++)
        {
            await stage.PostAsync(Lead, key: $"hb_flood-{i}");
        }

        await stage.Bot.CommitAsync(async scope =>
        {
            var source = await scope.Db.Sources.SingleAsync();
            source.Rekey(SourceKeys.Hash("hb_new"), stage.Bot.Clock.GetUtcNow(), SourceKeys.OldKeyLives);
            await scope.Db.SaveChangesAsync();
        });
        stage.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await stage.PostAsync(Lead, key: "hb_flood");
        var taken = await stage.PostAsync(Lead, key: "hb_new");

        Assert.Equal(HttpStatusCode.Accepted, taken.Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_key_that_ended_is_a_strangers_and_does_not_use_up_its_source(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider, limits: new() { Burst = 2, PerSecond = 1 });
        await stage.Bot.CommitAsync(async scope =>
        {
            var source = await scope.Db.Sources.SingleAsync();
            source.Rekey(SourceKeys.Hash("hb_new"), stage.Bot.Clock.GetUtcNow(), SourceKeys.OldKeyLives);
            await scope.Db.SaveChangesAsync();
        });
        await stage.PostTextAsync("{}");
        stage.Bot.Clock.Advance(TimeSpan.FromHours(24));

        var ended = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            ended.Add((await stage.PostTextAsync("{}")).Status);
        }

        Assert.All(ended, s => Assert.Equal(HttpStatusCode.Unauthorized, s));
        Assert.Equal(HttpStatusCode.Accepted, (await stage.PostAsync(Lead, key: "hb_new")).Status);
    }

    [Theory]
    [InlineData("", HttpStatusCode.TooManyRequests)]
    [InlineData("--Public:TrustedProxies:0=127.0.0.1", HttpStatusCode.Unauthorized)]
    public async Task Only_a_trusted_proxy_says_whose_address_it_is(string setting, HttpStatusCode expected)
    {
        await using var stage = await IntakeStage.StartAsync(
            StorageProvider.Sqlite,
            settings: setting.Length == 0 ? [] : [setting]
        );

        IntakeAnswer? last = null;
        for (var i = 0; i < 25; i++)
        {
            (string, string)[] forwarded = [("X-Forwarded-For", $"203.0.113.{i}")];
            last = await stage.PostRawAsync([.. "{}"u8], key: $"hb_guess-{i}", headers: forwarded);
        }

        Assert.Equal(expected, last!.Status);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void A_household_of_IPv6_is_one_stranger(string first, string second, bool isOne)
    {
        var limits = new IntakeLimits(Options.Create(new IntakeOptions()), new FakeTimeProvider());
        while (limits.OfStranger(IPAddress.Parse(first)) == TimeSpan.Zero) { }

        var wait = limits.OfStranger(IPAddress.Parse(second));

        Assert.Equal(isOne, wait > TimeSpan.Zero);
    }

    [Fact]
    public void Strangers_of_many_addresses_are_bounded_together()
    {
        var limits = new IntakeLimits(Options.Create(new IntakeOptions()), new FakeTimeProvider());

        var passed = Enumerable
            .Range(0, 20_000)
            .Count(i => limits.OfStranger(new IPAddress(0x0A000000 + i)) == TimeSpan.Zero);

        Assert.Equal(200, passed);
    }

    private static bool IsRead(string line) => line.Contains("SELECT", StringComparison.Ordinal);
}
