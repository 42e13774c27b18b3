using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Reminders;

/// <summary>Who comes and who goes, and a bot that hears nobody for a while.</summary>
internal static class Shift
{
    public static Task AllGoAsync(TestBot bot) =>
        bot.CommitAsync(async scope =>
        {
            var team = await scope.Db.Teams.SingleAsync();
            foreach (var member in await scope.Db.Members.Where(m => m.Team == team.Id).ToListAsync())
            {
                member.GoOff(bot.Clock.GetUtcNow(), team.Rhythm.Hours);
            }

            await scope.Db.SaveChangesAsync();
        });

    public static Task ComesAsync(TestBot bot, long person) =>
        bot.CommitAsync(async scope =>
        {
            var team = await scope.Db.Teams.SingleAsync();
            var member = await scope.Db.Members.SingleAsync(m => m.Person == new PersonId(person));
            member.ComeOn(bot.Clock.GetUtcNow(), team.Rhythm.Hours);
            await scope.Db.SaveChangesAsync();
        });

    public static void BotIsAway(TestBot bot, TimeSpan away)
    {
        var hearing = bot.Services.GetRequiredService<Hearing>();
        hearing.Heard();
        hearing.Failed();
        bot.Clock.Advance(away);
        hearing.Heard();
    }
}
