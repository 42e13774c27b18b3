using System.Net;
using HandoffBot.Features.Intake;
using HandoffBot.Http;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Intake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Http;

public sealed class SafeAnswersTests
{
    private const string Any = "any";

    private static readonly (string Name, string Value)[] Expected =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
    ];

    [Fact]
    public async Task Every_answer_of_the_public_side_tells_browsers_to_keep_off()
    {
        await using var host = await RunningHost.StartAsync(
            "--Telegram:Updates=Webhook",
            "--Public:Url=https://bot.example.com"
        );
        var walked = Endpoints(host.App)
            .SelectMany(e => Methods(e).Select(m => (Method: m, Path: Path(e))))
            .Append((HttpMethod.Get, "/"))
            .Append((HttpMethod.Get, "/nothing/here"))
            .Append((HttpMethod.Delete, "/api/leads"))
            .ToList();

        foreach (var (method, path) in walked)
        {
            using var answer = await host.SendAsync(method, host.Public + path);

            AssertSafe(answer, $"{method} {path}");
        }

        Assert.Contains((HttpMethod.Post, "/api/leads"), walked);
        Assert.Contains((HttpMethod.Post, $"/f/{Any}"), walked);
        Assert.Contains((HttpMethod.Post, "/telegram"), walked);
        Assert.Contains(walked, w => w.Item2 == "/health/ready");
    }

    [Fact]
    public async Task An_answer_to_a_bug_is_as_safe_and_tells_nothing_of_it()
    {
        await using var stage = await IntakeStage.StartAsync(
            StorageProvider.Sqlite,
            replace: services => services.AddScoped<Doors>(_ => throw new InvalidOperationException("a secret place"))
        );
        using var client = new HttpClient { BaseAddress = stage.Address };

        using var answer = await client.PostAsync(new Uri("/api/leads", UriKind.Relative), new StringContent("{}"));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        AssertSafe(answer, "a bug");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret place", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_after_a_form_needs_nothing_that_is_forbidden_to_it()
    {
        await using var stage = await IntakeStage.StartAsync(StorageProvider.Sqlite);

        var page = await stage.SubmitAsync(("phone", "+79123451234"));

        Assert.All(
            new[] { "<script", "<style", "style=", "<img", "<link", "<form", "onload", "<iframe" },
            forbidden => Assert.DoesNotContain(forbidden, page.Body, StringComparison.OrdinalIgnoreCase)
        );
    }

    private static void AssertSafe(HttpResponseMessage answer, string what)
    {
        foreach (var (name, value) in Expected)
        {
            Assert.True(
                answer.Headers.TryGetValues(name, out var values) && string.Join(", ", values) == value,
                $"{what} ({answer.StatusCode}) has no {name}: {value}."
            );
        }

        Assert.False(answer.Headers.Contains("Server"), what);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(WebApplication app) =>
        app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ManagementVisit>() is null);

    private static IEnumerable<HttpMethod> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(m => HttpMethod.Parse(m))
        ?? [HttpMethod.Get];

    private static string Path(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(s =>
                s.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal
                    ? literal.Content
                    : Any
            )
        );
}
