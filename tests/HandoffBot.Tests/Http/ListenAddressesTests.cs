using System.Net;
using System.Text.Json;
using HandoffBot.Persistence;

namespace HandoffBot.Tests.Http;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("/metrics")]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    public async Task What_is_for_the_operator_is_seen_at_the_management_address_only(string path)
    {
        await using var host = await RunningHost.StartAsync();

        using var inside = await host.GetAsync(host.Management + path);
        using var outside = await host.GetAsync(host.Public + path);

        Assert.NotEqual(HttpStatusCode.NotFound, inside.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task What_is_for_the_outside_is_not_at_the_management_address(string path)
    {
        await using var host = await RunningHost.StartAsync();

        using var outside = await host.GetAsync(host.Public + path);
        using var inside = await host.GetAsync(host.Management + path);

        Assert.Equal(HttpStatusCode.OK, outside.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, inside.StatusCode);
        Assert.False(outside.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Bot_that_cannot_reach_Telegram_still_takes_leads_and_says_what_is_wrong()
    {
        await using var host = await RunningHost.StartAsync();

        using var ready = await host.GetAsync(host.Public + "/health/ready");
        var health = JsonSerializer.Deserialize<JsonElement>(await host.ReadAsync(host.Management + "/health"));

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("ok", health.GetProperty("parts").GetProperty("database").GetProperty("status").GetString());
        Assert.True(health.GetProperty("parts").TryGetProperty("telegram", out _));
    }

    [Fact]
    public async Task Metrics_tell_what_waits_to_be_said()
    {
        await using var host = await RunningHost.StartAsync();

        var metrics = await host.ReadAsync(host.Management + "/metrics");

        Assert.Contains("handoff_outbox_due", metrics);
        Assert.Contains("handoff_updates_lag_seconds", metrics);
    }

    [Fact]
    public async Task Taken_port_refuses_the_start_and_names_the_address()
    {
        await using var host = await RunningHost.StartAsync();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() =>
            RunningHost.StartAsync($"--Urls={host.Public}")
        );

        Assert.StartsWith(host.Public, refused.Message);
    }
}
