using System.Text;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Intake.Lists;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Features.Intake.Lists;

/// <summary>The manager (1) hands lists over in private; the desk works when a test wants it to.</summary>
internal sealed class ListStage : IAsyncDisposable
{
    private readonly Dictionary<string, byte[]> files = [];

    private ListStage(TestBot bot)
    {
        (Bot, Talk) = (bot, new PrivateTalk(bot, 1));
        bot.Chat.Setup(c => c.FetchAsync(It.IsAny<string>(), It.IsAny<Stream>(), It.IsAny<CancellationToken>()))
            .Returns(
                async (string id, Stream into, CancellationToken cancellationToken) =>
                {
                    if (Trouble is { } trouble)
                    {
                        return trouble;
                    }

                    await into.WriteAsync(files[id], cancellationToken);
                    return new SendOutcome.Sent();
                }
            );
    }

    public TestBot Bot { get; }

    public PrivateTalk Talk { get; }

    /// <summary>How the messenger answers who wants a file; null: it gives it out.</summary>
    public SendOutcome? Trouble { get; set; }

    public static Wording Words =>
        new(Language.English, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"), Currency.ByCode("RUB")!);

    public string LastSaid => Plain(Talk.Last.PlainText);

    public static async Task<ListStage> StartAsync(StorageProvider provider, params string[] settings)
    {
        var bot = await TestBot.StartAsync(provider, null, settings);
        await bot.TeamAsync(Language.English);
        return new ListStage(bot);
    }

    /// <summary>Sends a text as a file and has it read.</summary>
    public async Task SendAsync(string name, string text)
    {
        files[name] = Encoding.UTF8.GetBytes(text);
        await Talk.SendAsync(new SentDocument(name, name, files[name].Length));
        await WorkAsync();
    }

    /// <summary>Sends a list and says yes to it.</summary>
    public async Task TakeInAsync(string name, string text, int rows)
    {
        await SendAsync(name, text);
        await Talk.PressAsync(Words.Say("Intake.ListChoiceTake", rows));
        await WorkAsync();
    }

    /// <summary>Sends a list and says yes to it; nothing of it is written yet.</summary>
    public async Task<LeadList> LoadingAsync(int rows)
    {
        await SendAsync("expo.csv", Rows(rows));
        await Talk.PressAsync(Words.Say("Intake.ListChoiceTake", rows));
        return await ListAsync();
    }

    /// <summary>What stands in the database when a process ended in the middle of a list.</summary>
    public async Task WriteSomeAsync(LeadList list, int rows)
    {
        await using var services = Bot.Services.CreateAsyncScope();
        var door = await services.ServiceProvider.GetRequiredService<ListDoors>().OfAsync(list, CancellationToken.None);
        var pages = Bot.Services.GetRequiredService<ListPages>();
        await foreach (var page in pages.OfAsync(list, door, rows, CancellationToken.None))
        {
            await Bot.CommitAsync(scope => LoadList.WriteAsync(scope, list, door, page, CancellationToken.None));
            return;
        }
    }

    /// <summary>The desk does what it can, and what it says is said.</summary>
    public async Task WorkAsync()
    {
        await Bot.Services.GetRequiredService<ListsDesk>().WorkAsync(CancellationToken.None);
        Bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await Talk.DeliverAsync();
    }

    public Task<List<Lead>> LeadsAsync() =>
        Bot.ReadAsync(db => db.Leads.AsNoTracking().Include(l => l.Contact).OrderBy(l => l.Id).ToListAsync());

    public Task<LeadList> ListAsync() =>
        Bot.ReadAsync(db => db.Lists.AsNoTracking().OrderByDescending(l => l.Id).FirstAsync());

    /// <summary>Copies that lie beside the database.</summary>
    public IEnumerable<string> Copies => Bot.Database.Files.Where(f => f.Contains(".list-", StringComparison.Ordinal));

    public static string Plain(string text) =>
        text.Replace("\u2068", "", StringComparison.Ordinal)
            .Replace("\u2069", "", StringComparison.Ordinal)
            .Replace('\u00A0', ' ');

    /// <summary>So many rows with phones of their own.</summary>
    public static string Rows(int count, int from = 0) =>
        "Name;Phone\n" + string.Concat(Enumerable.Range(from, count).Select(n => $"Guest {n};+7912{1_000_000 + n}\n"));

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
