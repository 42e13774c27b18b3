using HandoffBot.Domain.Leads;
using HandoffBot.Features.Handoff;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Persistence;

/// <summary>Leads that come at the same moment are looked up and saved together; nobody may tell the difference.</summary>
public sealed class GatheredLeadsTests
{
    private const string Refused = "Nowhere";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Leads_of_one_moment_are_saved_with_one_look_up_for_all(StorageProvider provider)
    {
        var commands = new CommandCount();
        await using var bot = await TestBot.StartAsync(
            provider,
            services =>
                services
                    .ConfigureDbContext<SqliteHandoffDb>(o => o.AddInterceptors(commands))
                    .ConfigureDbContext<PostgresHandoffDb>(o => o.AddInterceptors(commands))
        );
        var door = await OneDoor.OfAsync(bot);

        var received = await AskAsync(bot, door, [.. Enumerable.Range(1, 20).Select(i => Of($"{i}"))], commands.Reset);

        Assert.All(received, one => Assert.IsType<ReceivedLead.Accepted>(one));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), received.Select(r => r!.Lead.Value));
        Assert.Equal(1, commands.Of("FROM \"inquiries\"", "FROM inquiries"));
        Assert.Equal(1, commands.Of("FROM \"contacts\"", "FROM contacts"));
        var cards = await bot.ReadAsync(db =>
            db.Outbox.Where(o => o.Delivery == nameof(PostCard))
                .OrderBy(o => o.Seq)
                .Select(o => o.Arguments!)
                .ToListAsync()
        );
        Assert.Equal(received.Select(r => r!.Lead.Value), cards.Select(LeadIn));
        Assert.Equal(20, await bot.ReadAsync(db => db.LeadEvents.Select(e => e.Lead).Distinct().CountAsync()));
        Assert.Equal(20, await bot.ReadAsync(db => db.Inquiries.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_contact_in_one_batch_joins_and_the_same_post_changes_nothing(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var door = await OneDoor.OfAsync(bot);

        var received = await AskAsync(
            bot,
            door,
            [Of("1"), Of("2", "boris"), Of("3", "1"), Of("2", "boris"), Of("4", "olga"), Of("5", "olga")]
        );

        Assert.Equal(
            [
                new ReceivedLead.Accepted(new LeadId(1)),
                new ReceivedLead.Accepted(new LeadId(2)),
                new ReceivedLead.Joined(new LeadId(1)),
                new ReceivedLead.Duplicate(new LeadId(2)),
                new ReceivedLead.Accepted(new LeadId(3)),
                new ReceivedLead.Joined(new LeadId(3)),
            ],
            received
        );
        Assert.Equal(5, await bot.ReadAsync(db => db.Inquiries.CountAsync()));
        Assert.Equal(3, await bot.ReadAsync(db => db.Leads.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_asked_before_is_found_among_those_who_are_new(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var door = await OneDoor.OfAsync(bot);
        await AskAsync(bot, door, [Of("1"), Of("2")]);

        var received = await AskAsync(bot, door, [Of("3"), Of("1"), Of("4", "2"), Of("5")]);

        Assert.Equal(
            [
                new ReceivedLead.Accepted(new LeadId(3)),
                new ReceivedLead.Duplicate(new LeadId(1)),
                new ReceivedLead.Joined(new LeadId(2)),
                new ReceivedLead.Accepted(new LeadId(4)),
            ],
            received
        );
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_lead_that_the_database_refuses_fails_alone_among_those_saved_with_it(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var door = await OneDoor.OfAsync(bot);
        await bot.CommitAsync(scope =>
            scope.Db.Database.ExecuteSqlRawAsync(
                provider is StorageProvider.Sqlite
                    ? $"create trigger refuse before insert on leads when new.city = '{Refused}' begin select raise(abort, 'refused'); end"
                    : $"alter table leads add constraint refuse check (city <> '{Refused}')"
            )
        );

        var received = await AskAsync(bot, door, [Of("1"), Of("2") with { City = Refused }, Of("3")]);

        Assert.Equal([true, false, true], received.Select(r => r is ReceivedLead.Accepted));
        Assert.Equal(2, await bot.ReadAsync(db => db.Leads.CountAsync()));
        Assert.Equal(2, await bot.ReadAsync(db => db.Outbox.CountAsync(o => o.Delivery == nameof(PostCard))));
        Assert.IsType<ReceivedLead.Accepted>(Assert.Single(await AskAsync(bot, door, [Of("2")])));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whoever_looks_in_the_same_batch_finds_the_leads_gathered_before(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var door = await OneDoor.OfAsync(bot);
        var held = await HeldWriter.HoldAsync(bot);

        var first = Put(bot, door, Of("1"));
        var looked = bot.CommitAsync(scope => scope.Db.Leads.CountAsync());
        var second = Put(bot, door, Of("2"));
        await held.LetGoAsync();

        Assert.IsType<ReceivedLead.Accepted>(await first);
        Assert.IsType<ReceivedLead.Accepted>(await second);
        Assert.Equal(1, await looked);
        Assert.Equal(2, await bot.ReadAsync(db => db.Leads.CountAsync()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_comes_another_way_is_looked_up_all_the_same(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        var door = await OneDoor.OfAsync(bot);
        await AskAsync(bot, door, [Of("known")]);
        var held = await HeldWriter.HoldAsync(bot);

        var (first, second) = (Put(bot, door, Of("1")), Put(bot, door, Of("2")));
        var byHand = bot.CommitAsync(scope =>
            scope.Get<ReceiveLead>().HandleAsync(door, Of("by hand", "known"), CancellationToken.None)
        );
        var newByHand = bot.CommitAsync(scope =>
            scope.Get<ReceiveLead>().HandleAsync(door, Of("by hand, new", "olga"), CancellationToken.None)
        );
        var third = Put(bot, door, Of("3", "olga"));
        await held.LetGoAsync();

        Assert.IsType<ReceivedLead.Accepted>(await first);
        Assert.IsType<ReceivedLead.Accepted>(await second);
        Assert.Equal(new ReceivedLead.Joined(new LeadId(1)), await byHand);
        var olga = Assert.IsType<ReceivedLead.Accepted>(await newByHand);
        Assert.Equal(new ReceivedLead.Joined(olga.Lead), await third);
    }

    [Fact]
    public async Task Two_processes_that_get_the_same_at_the_same_moment_make_one_lead_of_it()
    {
        await using var s = await Scenario.StartAsync(provider: StorageProvider.Postgres);
        var twin = await s.StartTwinAsync();
        var at = new[] { s.BotUrl, twin.Urls.First() };

        var answers = new List<HttpResponseMessage>();
        for (var round = 0; round < 10; round++)
        {
            var posts =
                from number in Enumerable.Range(0, 16)
                let person = $"{round}-{number / 4}"
                let lead = new { externalId = $"{round}-{number / 2}", email = $"{person}@windows.example" }
                select s.PostLead(lead, at: at[number % 2]);
            answers.AddRange(await Task.WhenAll(posts));
        }

        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}"));
        Assert.Equal(40, await s.ReadAsync(db => db.Leads.CountAsync()));
        Assert.Equal(80, await s.ReadAsync(db => db.Inquiries.CountAsync()));
        answers.ForEach(answer => answer.Dispose());
    }

    private static long LeadIn(string arguments) =>
        long.Parse(string.Concat(arguments.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private static NewInquiry Of(string key, string? contact = null) =>
        new()
        {
            KeyKind = InquiryKey.ExternalId,
            Key = key,
            Email = $"{contact ?? key}@windows.example",
            Campaign = "Autumn",
        };

    /// <summary>All in one batch; null: not taken.</summary>
    private static async Task<IReadOnlyList<ReceivedLead?>> AskAsync(
        TestBot bot,
        Door door,
        IReadOnlyList<NewInquiry> asked,
        Action? before = null
    )
    {
        var held = await HeldWriter.HoldAsync(bot);
        before?.Invoke();
        var putting = asked.Select(one => Put(bot, door, one)).ToList();
        await held.LetGoAsync();
        return await Task.WhenAll(putting);
    }

    private static Task<ReceivedLead?> Put(TestBot bot, Door door, NewInquiry asked) =>
        bot.Services.GetRequiredService<IntakeDesk>().TakeAsync(door, asked);
}
