using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Forgetting;
using HandoffBot.Leadership;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace HandoffBot.Tests.Support;

/// <summary>
/// The real parts over a real database, with a chat that is mocked and a clock that stands still. Nothing runs by itself but
/// the writer: a test calls handlers in it, and sends what is due when it wants to.
/// </summary>
internal sealed class TestBot : IAsyncDisposable
{
    /// <summary>A Monday, 10:00 in Moscow.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 11, 16, 7, 0, 0, TimeSpan.Zero);

    private readonly TestDatabase database;
    private readonly WebApplication app;
    private readonly CommitWriter writer;

    private TestBot(TestDatabase database, WebApplication app)
    {
        (this.database, this.app) = (database, app);
        writer = app.Services.GetRequiredService<CommitWriter>();
    }

    public FakeTimeProvider Clock => (FakeTimeProvider)app.Services.GetRequiredService<TimeProvider>();

    public Mock<IChat> Chat { get; } = new();

    public IServiceProvider Services => app.Services;

    public TestDatabase Database => database;

    public string ManagementUrl => HandoffBotHost.ManagementAddress(app);

    /// <summary>Reads all that is logged and traced meanwhile.</summary>
    public required LeakWatch Watch { get; init; }

    public static async Task<TestBot> StartAsync(
        StorageProvider provider,
        Action<IServiceCollection>? replace = null,
        params string[] settings
    )
    {
        var bot = Build(await TestDatabase.CreateMigratedAsync(provider), replace, settings);
        await bot.BeginAsync();
        return bot;
    }

    /// <summary>Starts over a database that is not empty: what is done to it comes before the bot sees it.</summary>
    public static async Task<TestBot> StartOverAsync(StorageProvider provider, Func<HandoffDb, Task> before)
    {
        var bot = Build(await TestDatabase.CreateAsync(provider), null, []);
        await bot.ReadAsync(async db =>
        {
            await before(db);
            return true;
        });
        await bot.BeginAsync();
        return bot;
    }

    private static TestBot Build(TestDatabase database, Action<IServiceCollection>? replace, string[] settings)
    {
        var watch = new LeakWatch();
        TestBot? bot = null;
        var app = HandoffBotHost.Build(
            settings,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Storage:Provider"] = database.Provider.ToString(),
                        ["ConnectionStrings:Handoff"] = database.ConnectionString,
                        ["Backup:Folder"] = "",
                        ["Telegram:Token"] = "424242:TEST-token_of-nobody",
                        ["Logging:LogLevel:Default"] = "Warning",
                        ["urls"] = "http://127.0.0.1:0",
                        ["Management:Url"] = "http://127.0.0.1:0",
                    }
                );
                builder.Configuration.AddInMemoryCollection(database.ForgettingFiles);
                builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(Monday));
                builder.Logging.AddProvider(watch).AddFilter<LeakWatch>(null, LogLevel.Trace);
            },
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton(_ => bot!.Chat.Object));
                services.Replace(ServiceDescriptor.Singleton<Leader, OnlyOne>());
                services.AddKeyedScoped<IDelivery, Sayings.EchoName>(nameof(Sayings.EchoName));
                replace?.Invoke(services);
            }
        );
        bot = new TestBot(database, app) { Watch = watch };
        bot.Chat.Setup(c => c.TakeButtonsAsync(It.IsAny<MessageRef>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SendOutcome.Sent());
        return bot;
    }

    private async Task BeginAsync()
    {
        await Services.GetRequiredService<Database>().MigrateAsync(CancellationToken.None);
        await Services.GetRequiredService<BeginList>().HandleAsync(CancellationToken.None);
        await writer.StartAsync(CancellationToken.None);
        await Watch.GuardAsync(Services);
    }

    /// <summary>Runs work as the bot does: in the writer's transaction.</summary>
    public Task<T> CommitAsync<T>(Func<WorkScope, Task<T>> work) =>
        writer.CommitAsync((scope, _) => work(scope), CancellationToken.None);

    public Task CommitAsync(Func<WorkScope, Task> work) =>
        writer.CommitAsync((scope, _) => work(scope), CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<HandoffDb, Task<T>> read)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HandoffDb>());
    }

    /// <summary>Says all that is due, as the dispatcher would: the clock moves as far as the limits make it wait.</summary>
    /// <param name="within">How far the clock may move; without it, until nothing is due.</param>
    public async Task DispatchDueAsync(TimeSpan? within = null)
    {
        var queue = Services.GetRequiredService<OutboxQueue>();
        var until = Clock.GetUtcNow() + (within ?? TimeSpan.FromHours(1));
        while (await ReadAsync(IsAnythingDueAsync))
        {
            var next = await queue.NextAsync([], 1, CancellationToken.None);
            foreach (var row in await queue.LeaseAsync(next.Ready, CancellationToken.None))
            {
                await Services.GetRequiredService<OutboxSender>().SendAsync(row, CancellationToken.None);
            }

            if (next.Ready.Count == 0)
            {
                if (Clock.GetUtcNow() + next.Wait > until)
                {
                    return;
                }

                Clock.Advance(next.Wait);
            }
        }
    }

    private Task<bool> IsAnythingDueAsync(HandoffDb db)
    {
        var now = Clock.GetUtcNow();
        return db.Outbox.AnyAsync(o => o.State == OutboxState.Pending && o.DueAt <= now);
    }

    /// <summary>Listens on a free port; only the web server runs beside the writer.</summary>
    public async Task<HttpClient> ServeAsync()
    {
        var server = app
            .Services.GetServices<IHostedService>()
            .Single(s => s.GetType().Name == "GenericWebHostService");
        await server.StartAsync(CancellationToken.None);
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        client.BaseAddress = new Uri(app.Urls.First());
        return client;
    }

    /// <summary>A team in Moscow with a sales chat (-1001), a marketing chat (-1002), a manager (1) and reps (11, 12).</summary>
    public async Task<TeamId> TeamAsync(Language language = Language.Russian)
    {
        var team = new TeamId(1);
        await CommitAsync(async scope =>
        {
            scope.Db.Teams.Add(
                new SalesTeam
                {
                    Id = team,
                    Name = "Test",
                    Locale = new Locale(language, "Europe/Moscow", "RU", "RUB"),
                    CreatedAt = Clock.GetUtcNow(),
                }
            );
            AddChat(scope.Db, team, -1001, ChatKind.Sales);
            AddChat(scope.Db, team, -1002, ChatKind.Marketing);
            AddMember(scope.Db, team, 1, "Olga", Roles.Manager | Roles.Admin);
            AddMember(scope.Db, team, 11, "Ivan", Roles.Rep);
            AddMember(scope.Db, team, 12, "Anna", Roles.Rep);
            await scope.Db.SaveChangesAsync();
        });
        return team;
    }

    public async ValueTask DisposeAsync()
    {
        await writer.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await database.DisposeAsync();
        Watch.Dispose();
        // Each test also shows that no secret and no contact was written down beside the database.
        Assert.Empty(Watch.Leaks);
    }

    private static void AddChat(HandoffDb db, TeamId team, long id, ChatKind kind)
    {
        var chat = new TeamChat
        {
            ChatId = id,
            Title = kind.ToString(),
            BotIsAdmin = true,
        };
        chat.Serve(team, kind);
        db.Chats.Add(chat);
    }

    private void AddMember(HandoffDb db, TeamId team, long id, string name, Roles roles)
    {
        var person = new Person { Id = new PersonId(id), Name = name };
        person.SeenInPrivate(Clock.GetUtcNow());
        db.People.Add(person);
        var member = new Member { Team = team, Person = person.Id };
        member.SeenAs(roles, Clock.GetUtcNow());
        db.Members.Add(member);
    }
}
