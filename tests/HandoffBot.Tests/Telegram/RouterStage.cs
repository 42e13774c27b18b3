using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Moq;
using Npgsql;

namespace HandoffBot.Tests.Telegram;

/// <summary>A team, its bot, and what the bot answers to presses. One button there always fails, after it began to write.</summary>
internal sealed class RouterStage : IAsyncDisposable
{
    public const string Failing = "failing";

    /// <summary>A button that finds the database out of reach.</summary>
    public const string OutOfReach = "outofreach";

    private RouterStage(TestBot bot)
    {
        (Bot, Updates) = (bot, new Updates(bot));
        bot.Chat.Setup(c =>
                c.AnswerPressAsync(It.IsAny<string>(), It.IsAny<PressAnswer>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(
                (string _, PressAnswer answer, CancellationToken _) =>
                {
                    Answers.Add(answer);
                    return new SendOutcome.Sent();
                }
            );
    }

    public TestBot Bot { get; }

    public Updates Updates { get; }

    public List<PressAnswer> Answers { get; } = [];

    public static async Task<RouterStage> StartAsync(StorageProvider provider)
    {
        var bot = await TestBot.StartAsync(
            provider,
            services =>
            {
                services.AddKeyedScoped<IButton, FailingButton>(Failing);
                services.AddKeyedScoped<IButton, OutOfReachButton>(OutOfReach);
            }
        );
        await bot.TeamAsync(Language.English);
        return new RouterStage(bot);
    }

    public Task<LeadId> LeadAsync() => Bot.LeadAsync(Bot.Clock.GetUtcNow());

    public Task<SeenUpdate?> RowAsync(Incoming update) =>
        Bot.ReadAsync(db => db.Updates.AsNoTracking().SingleOrDefaultAsync(u => u.UpdateId == update.Key.UpdateId));

    /// <summary>All leads and how many events they have.</summary>
    public async Task<string> LeadsAsync()
    {
        var leads = await Bot.ReadAsync(db => db.Leads.AsNoTracking().OrderBy(l => l.Id).ToListAsync());
        return string.Join(";", leads.Select(l => $"{l.Id} {l.Status} {l.Owner} {l.Events} {l.Version}"));
    }

    /// <summary>Leads, events, and what there is to say.</summary>
    public async Task<string> LooksAsync()
    {
        var events = await Bot.ReadAsync(db => db.LeadEvents.CountAsync());
        var said = await Bot.ReadAsync(db => db.Outbox.CountAsync());
        var dialogues = await Bot.ReadAsync(db => db.Dialogues.CountAsync());
        return $"{await LeadsAsync()} | {events} events, {said} messages, {dialogues} dialogues";
    }

    public Task AppointAsync(PersonId admin) =>
        Bot.CommitAsync(async scope =>
        {
            (await scope.Db.Installations.SingleAsync()).Appoint(admin);
            await scope.Db.SaveChangesAsync();
        });

    /// <summary>To whom this is said, in turn.</summary>
    public async Task<long[]> SaidAsync(string delivery) =>
        await Bot.ReadAsync(db =>
            db.Outbox.Where(o => o.Delivery == delivery).OrderBy(o => o.Seq).Select(o => o.ChatId).ToArrayAsync()
        );

    public async Task<HealthReportEntry> HealthAsync(string part)
    {
        var health = Bot.Services.GetRequiredService<HealthCheckService>();
        return (await health.CheckHealthAsync(check => check.Name == part)).Entries[part];
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private sealed class OutOfReachButton : IButton
    {
        public Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken) =>
            throw new NpgsqlException("No answer.", new TimeoutException());
    }

    private sealed class FailingButton(HandoffDb db) : IButton
    {
        public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
        {
            db.LeadWords.Add(
                new LeadWords
                {
                    Lead = new LeadId(pressed.Press!.About),
                    Kind = WordsKind.Note,
                    Text = "half done",
                    At = DateTimeOffset.UnixEpoch,
                }
            );
            await db.SaveChangesAsync(cancellationToken);
            throw new InvalidTimeZoneException();
        }
    }
}
