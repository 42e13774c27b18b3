using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Persistence;

/// <summary>A team with a source to put leads in by.</summary>
internal static class OneDoor
{
    public static async Task<Door> OfAsync(TestBot bot)
    {
        var source = new Source
        {
            Team = await bot.TeamAsync(),
            Name = "Site",
            FormKey = "form",
            CreatedAt = TestBot.Monday,
        };
        await bot.CommitAsync(async scope =>
        {
            scope.Db.Sources.Add(source);
            await scope.Db.SaveChangesAsync();
        });
        return new Door(source, await bot.ReadAsync(db => db.Teams.SingleAsync()));
    }
}
