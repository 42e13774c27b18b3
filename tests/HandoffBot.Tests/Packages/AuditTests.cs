using System.Diagnostics;
using HandoffBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace HandoffBot.Tests.Packages;

public sealed class AuditTests
{
    private const string Project = "src/HandoffBot/HandoffBot.csproj";
    private const string BroughtAlong = "sqlitepclraw.core";

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    public async Task A_weak_package_fails_the_audit_when_it_is_bad_enough_also_one_brought_along(
        int severity,
        bool passes
    )
    {
        await using var advisories = await StartAsync(severity);

        var (code, said) = await AuditAsync(advisories.Urls.First());

        Assert.Equal(passes, code == 0);
        Assert.Contains("https://advisory.example/7", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_knows_of_weaknesses_the_audit_says_that_it_saw_nothing()
    {
        await using var advisories = await StartAsync(severity: null);

        var (code, said) = await AuditAsync(advisories.Urls.First());

        Assert.Equal(0, code);
        Assert.StartsWith("AUDIT WARNING: ", said, StringComparison.Ordinal);
    }

    /// <summary>A source that publishes one weakness and no packages, or knows nothing at all.</summary>
    private static async Task<WebApplication> StartAsync(int? severity)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/index.json", (HttpContext http) => Text(Index(http.Request.Host.Value!, severity is not null)));
        app.MapGet(
            "/weak/index.json",
            (HttpContext http) =>
                Text(
                    $$"""[{"@name":"base","@id":"http://{{http.Request.Host}}/weak/base.json","@updated":"2026-01-01T00:00:00Z"}]"""
                )
        );
        app.MapGet(
            "/weak/base.json",
            () =>
                Text(
                    $$"""{"{{BroughtAlong}}":[{"severity":{{severity}},"url":"https://advisory.example/7","versions":"(, 999.0.0)"}]}"""
                )
        );
        await app.StartAsync();
        return app;
    }

    private static string Index(string host, bool knows) =>
        knows
            ? $$"""{"version":"3.0.0","resources":[{"@id":"http://{{host}}/weak/index.json","@type":"VulnerabilityInfo/6.7.0"}]}"""
            : """{"version":"3.0.0","resources":[]}""";

    private static IResult Text(string json) => Results.Text(json, "application/json");

    private static async Task<(int Code, string Said)> AuditAsync(string source)
    {
        var start = new ProcessStartInfo(Repository.PathOf("scripts/audit"), [Project])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HANDOFF_AUDIT_SOURCE"] = $"{source}/index.json";
        using var audit = Process.Start(start)!;
        var said = audit.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var complained = audit.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await audit.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (audit.ExitCode, await said + await complained);
    }
}
