using HandoffBot.Chat;
using HandoffBot.Features.Team;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moq;

namespace HandoffBot.Tests.Features.Team;

public sealed class TeamVerbsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Team_added_by_verb_serves_its_chats_and_stands_in_the_list(StorageProvider provider)
    {
        await using var bot = await TestBot.StartAsync(provider);
        await new Town(bot).BecomeAdminAsync();
        bot.Chat.Setup(c => c.RightsAsync(-5, It.IsAny<CancellationToken>())).ReturnsAsync(Town.Full);
        var given = new NewTeam("Kazan", new ChatAddress(-5, 7), new ChatAddress(-6));

        var added = await bot.CommitAsync(s => s.Get<AddTeam>().HandleAsync(given, CancellationToken.None));
        var again = await bot.CommitAsync(s =>
            s.Get<AddTeam>().HandleAsync(given with { Name = "Perm" }, CancellationToken.None)
        );

        var done = Assert.IsType<AddTeamOutcome.Added>(added);
        Assert.Equal([new ChatAddress(-6)], done.Unseen);
        Assert.Equal(new AddTeamOutcome.ChatTaken(given.Sales), again);
        var listed = Assert.Single(await bot.CommitAsync(s => s.Get<ListTeams>().HandleAsync(CancellationToken.None)));
        Assert.Equal(("Kazan", given.Sales, given.Marketing), (listed.Name, listed.Sales, listed.Marketing));
        Assert.True((await bot.ReadAsync(db => db.Members.SingleAsync())).IsManager);
    }

    [Theory]
    [InlineData("Nowhere", "RU", "RUB", "Team:Zone")]
    [InlineData("Europe/Moscow", "Russia", "RUB", "Team:Country")]
    [InlineData("Europe/Moscow", "RU", "gold", "Team:Currency")]
    public void Wrong_default_is_named(string zone, string country, string currency, string named)
    {
        var options = new TeamOptions
        {
            Zone = zone,
            Country = country,
            Currency = currency,
        };

        var result = new TeamOptions.Validator().Validate(Options.DefaultName, options);

        Assert.Contains(named, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }
}
