using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Reminders;
using HandoffBot.Persistence;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Reminders;

/// <summary>Ivan (11) and Anna (12) were seen today; whoever else there is, each test says.</summary>
public sealed class MentionedRepsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_five_who_were_seen_last_are_named(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        foreach (var days in Enumerable.Range(1, 5))
        {
            await AddAsync(bot, 30 + days, $"Rep {days}", $"rep{days}", TimeSpan.FromDays(days));
        }

        var names = Names(await RemindedAsync(bot));

        Assert.Equal(["Ivan", "Anna"], names[..2].OrderDescending());
        Assert.Equal(["@rep1", "@rep2", "@rep3"], names[2..]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_has_no_username_is_linked_by_name(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await bot.TeamAsync(Language.English);
        await AddAsync(bot, 31, "Petr", "petr", TimeSpan.FromDays(1));

        var spans = (await RemindedAsync(bot)).Lines[0].Spans;

        Assert.Equal(11, spans.Single(s => s.Text == "Ivan").MentionOf);
        Assert.Null(spans.Single(s => s.Text == "@petr").MentionOf);
    }

    private static string[] Names(ChatMessage reminder)
    {
        string[] between = [", ", " On shift: "];
        return [.. reminder.Lines[0].Spans.Skip(1).Select(s => s.Text).Where(t => !between.Contains(t))];
    }

    private static async Task<ChatMessage> RemindedAsync(TestBot bot)
    {
        var talk = new Talk(bot);
        await LeadRows.AddAsync(bot);
        await talk.SayAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        await using var scope = bot.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SweepDueSteps>().SweepAsync(CancellationToken.None);
        await talk.SayAsync();
        return talk.To(-1001)[^1];
    }

    private static Task AddAsync(TestBot bot, long id, string name, string username, TimeSpan seenAgo) =>
        bot.CommitAsync(async scope =>
        {
            var person = new Person
            {
                Id = new PersonId(id),
                Name = name,
                Username = username,
            };
            scope.Db.People.Add(person);
            var member = new Member { Team = new TeamId(1), Person = person.Id };
            member.SeenAs(Roles.Rep, bot.Clock.GetUtcNow() - seenAgo);
            scope.Db.Members.Add(member);
            await scope.Db.SaveChangesAsync();
        });
}
