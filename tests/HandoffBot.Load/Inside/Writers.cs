using System.Diagnostics;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Leadership;
using HandoffBot.Load.Figures;
using HandoffBot.Load.Running;
using HandoffBot.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Database = HandoffBot.Load.Running.Database;

namespace HandoffBot.Load.Inside;

/// <summary>What the one writer gains: the same leads put in by it, and each in a transaction of its own, in turns.</summary>
internal static class Writers
{
    private const string Team = "Windows";
    private const int Rounds = 2;

    /// <summary>Callers, the ratio that is wanted on SQLite, and on PostgreSQL.</summary>
    private static readonly (int Callers, double Sqlite, double Postgres)[] Wanted =
    [
        (1, 0.8, 0.8),
        (16, 3, 2),
        (64, 5, 3),
    ];

    /// <param name="each">How long each is measured at a time.</param>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(Programs programs, Database database, TimeSpan each)
    {
        await using var stage = await Stage.StartAsync(programs, database, limits: true, reps: 1);
        await stage.Bot.StopAsync();
        await using var app = HandoffBotHost.Build(
            Company.AsArguments(stage.Bot.Settings),
            builder => builder.Logging.SetMinimumLevel(LogLevel.Error),
            services => services.Replace(ServiceDescriptor.Singleton<Leader, OnlyOne>())
        );
        var writer = app.Services.GetRequiredService<CommitWriter>();
        await writer.StartAsync(CancellationToken.None);
        var leads = new Leads(await DoorAsync(app));
        async Task TogetherAsync()
        {
            await leads.PutAsync(writer);
            leads.Count();
        }

        async Task AloneAsync()
        {
            await leads.PutAloneAsync(app.Services);
            leads.Count();
        }

        await PerSecondAsync(TogetherAsync, 16, each);
        await PerSecondAsync(AloneAsync, 16, each);
        var rows = new List<Row>();
        foreach (var (callers, sqlite, postgres) in Wanted)
        {
            var (together, alone) = (0.0, 0.0);
            for (var round = 0; round < Rounds; round++)
            {
                together += await PerSecondAsync(TogetherAsync, callers, each) / Rounds;
                alone += await PerSecondAsync(AloneAsync, callers, each) / Rounds;
            }

            rows.Add(RowOf(database, callers, database.IsSqlite ? sqlite : postgres, together, alone));
        }

        await writer.StopAsync(CancellationToken.None);
        var stored = (await database.ReadAsync("select count(*) from inquiries")).Single();
        var isSound = stored == leads.Put.ToString(CultureInfo.InvariantCulture);
        return [.. rows.Select(r => r with { IsSound = isSound, Reached = r.Reached == true && isSound })];
    }

    private static Row RowOf(Database database, int callers, double wanted, double together, double alone) =>
        new(
            $"at the writer, {callers} caller(s), {database.Provider}, against one transaction per lead in the same run",
            string.Create(CultureInfo.InvariantCulture, $"≥ {wanted} ×"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{together / alone:0.0} × ({together:0}/s against {alone:0}/s)"
            ),
            together / alone >= wanted
        );

    private static async Task<double> PerSecondAsync(Func<Task> putAsync, int callers, TimeSpan lasting)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var put = 0;
        async Task CallAsync()
        {
            while (Stopwatch.GetElapsedTime(startedAt) < lasting)
            {
                await putAsync();
                Interlocked.Increment(ref put);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        return put / Stopwatch.GetElapsedTime(startedAt).TotalSeconds;
    }

    private static async Task<Door> DoorAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        return new Door(
            await db.Sources.AsNoTracking().OrderBy(s => s.Id).FirstAsync(),
            await db.Teams.AsNoTracking().SingleAsync(t => t.Name == Team)
        );
    }

    /// <summary>Leads without end, each of somebody else.</summary>
    private sealed class Leads(Door door)
    {
        private int last;
        private int put;

        /// <summary>How many went in.</summary>
        public int Put => put;

        public void Count() => Interlocked.Increment(ref put);

        public Task<ReceivedLead> PutAsync(CommitWriter writer)
        {
            var asked = Next();
            return writer.TryCommit((scope, token) => PutAsync(scope, asked, token), asked.LikenessAt(door))
                ?? throw new InvalidOperationException("The queue is full.");
        }

        public Task PutAloneAsync(IServiceProvider services)
        {
            var asked = Next();
            return Alone.CommitAsync(services, (scope, token) => PutAsync(scope, asked, token));
        }

        private Task<ReceivedLead> PutAsync(WorkScope scope, NewInquiry asked, CancellationToken cancellationToken) =>
            scope.Get<ReceiveLead>().HandleAsync(door, asked, cancellationToken);

        private NewInquiry Next()
        {
            var number = Interlocked.Increment(ref last);
            return new NewInquiry
            {
                KeyKind = InquiryKey.ExternalId,
                Key = string.Create(CultureInfo.InvariantCulture, $"w{number}"),
                Name = "Anna Petrova",
                Email = string.Create(CultureInfo.InvariantCulture, $"w{number}@windows.example"),
                Message = "Three windows, measuring on Saturday",
                Product = "PVC windows",
                City = "Kazan",
                Campaign = "Autumn",
            };
        }
    }
}
