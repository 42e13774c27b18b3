using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HandoffBot.Tests.Features.Intake;

/// <summary>A team with one source, reached over a real socket.</summary>
internal sealed class IntakeStage : IAsyncDisposable
{
    public const string Key = "hb_the-key-of-the-test";
    public const string FormKey = "form-of-the-test";

    private readonly HttpClient client;

    private IntakeStage(TestBot bot, HttpClient client) => (Bot, this.client) = (bot, client);

    public TestBot Bot { get; }

    public Uri Address => client.BaseAddress!;

    public static async Task<IntakeStage> StartAsync(
        StorageProvider provider,
        string? thanksUrl = null,
        string origins = "",
        Language language = Language.Russian,
        IntakeOptions? limits = null,
        Action<IServiceCollection>? replace = null,
        params string[] settings
    )
    {
        var bot = await TestBot.StartAsync(
            provider,
            services =>
            {
                services.AddSingleton(Options.Create(limits ?? new IntakeOptions()));
                replace?.Invoke(services);
            },
            settings
        );
        var team = await bot.TeamAsync(language);
        await bot.CommitAsync(async scope =>
        {
            var source = new Source
            {
                Team = team,
                Name = "Site",
                FormKey = FormKey,
                ThanksUrl = thanksUrl,
                Origins = origins,
            };
            source.Rekey(SourceKeys.Hash(Key), bot.Clock.GetUtcNow(), SourceKeys.OldKeyLives);
            scope.Db.Sources.Add(source);
            await scope.Db.SaveChangesAsync();
        });
        return new IntakeStage(bot, await bot.ServeAsync());
    }

    /// <summary>Posts as a program does; <paramref name="body"/> is anything that becomes JSON.</summary>
    public Task<IntakeAnswer> PostAsync(
        object body,
        string key = Key,
        string? idempotencyKey = null,
        CancellationToken cancellationToken = default
    )
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(body);
        return PostRawAsync(json, key: key, idempotencyKey: idempotencyKey, cancellationToken: cancellationToken);
    }

    public Task<IntakeAnswer> PostTextAsync(string body) => PostRawAsync(Encoding.UTF8.GetBytes(body));

    public async Task<IntakeAnswer> PostRawAsync(
        byte[] body,
        string contentType = "application/json",
        string? key = Key,
        string? idempotencyKey = null,
        IEnumerable<(string Name, string Value)>? headers = null,
        CancellationToken cancellationToken = default
    )
    {
        using var content = Content(body, contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads") { Content = content };
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        foreach (var (name, value) in headers ?? [])
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await AnswerAsync(request, cancellationToken);
    }

    /// <summary>Posts as a browser does.</summary>
    public async Task<IntakeAnswer> SubmitAsync(
        HttpContent form,
        string? origin = "https://site.example",
        string formKey = FormKey,
        string? visitor = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/f/{formKey}") { Content = form };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (visitor is not null)
        {
            request.Headers.Add("X-Forwarded-For", visitor);
        }

        return await AnswerAsync(request);
    }

    public Task<IntakeAnswer> SubmitAsync(params (string Name, string Value)[] fields) =>
        SubmitAsync(new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Another team of the same company, with a source of its own; returns its key, which does not begin like one: it may stand in an address.</summary>
    public async Task<string> AddTeamAsync()
    {
        const string TheirKey = "the-key-of-another-team";
        await Bot.CommitAsync(async scope =>
        {
            var home = await scope.Db.Teams.SingleAsync();
            var second = new SalesTeam
            {
                Id = new TeamId(home.Id.Value + 1),
                Name = "Doors",
                Locale = home.Locale,
                CreatedAt = Bot.Clock.GetUtcNow(),
            };
            scope.Db.Teams.Add(second);
            var source = new Source
            {
                Team = second.Id,
                Name = "Site",
                FormKey = "form-of-another-team",
            };
            source.Rekey(SourceKeys.Hash(TheirKey), Bot.Clock.GetUtcNow(), SourceKeys.OldKeyLives);
            scope.Db.Sources.Add(source);
            await scope.Db.SaveChangesAsync();
        });
        return TheirKey;
    }

    public Task<List<Lead>> LeadsAsync() =>
        Bot.ReadAsync(db => db.Leads.AsNoTracking().Include(l => l.Contact).OrderBy(l => l.Id).ToListAsync());

    public Task<string?> WordsAsync(WordsKind kind) =>
        Bot.ReadAsync(db => db.LeadWords.Where(w => w.Kind == kind).Select(w => w.Text).SingleOrDefaultAsync());

    /// <summary>Every lead came with all that belongs to it, and nothing belongs to a lead that is not there.</summary>
    public async Task NothingIsHalfStoredAsync()
    {
        var (leads, contacts, events, inquiries) = await Bot.ReadAsync(async db =>
            (
                await db.Leads.CountAsync(),
                await db.Contacts.CountAsync(),
                await db.LeadEvents.CountAsync(),
                await db.Inquiries.CountAsync()
            )
        );
        // Who asks again is kept as they said it then.
        Assert.InRange(contacts, inquiries, 2 * inquiries);
        Assert.Equal(events, inquiries);
        Assert.True(inquiries >= leads);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Bot.DisposeAsync();
    }

    private static ByteArrayContent Content(byte[] body, string contentType)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    private async Task<IntakeAnswer> AnswerAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken = default
    )
    {
        using var response = await client.SendAsync(request, cancellationToken);
        return new IntakeAnswer(
            response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsStringAsync(cancellationToken),
            response.Headers.Location?.OriginalString,
            response.Headers.RetryAfter?.Delta
        );
    }
}

/// <summary>What came back over the socket.</summary>
internal sealed record IntakeAnswer(
    HttpStatusCode Status,
    string? Type,
    string Body,
    string? Location,
    TimeSpan? RetryAfter
)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public IEnumerable<string> WrongFields => Json.GetProperty("errors").EnumerateObject().Select(p => p.Name).Order();
}
