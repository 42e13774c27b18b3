using HandoffBot.Features.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Sandbox.WebChat;

/// <summary>Whether somebody still has to become the admin, and with which code.</summary>
internal static class SetupLook
{
    /// <summary>What Start is to carry; null once there is an admin.</summary>
    public static async Task<string?> PayloadAsync(IServiceProvider? bot, CancellationToken cancellationToken)
    {
        if (bot is null)
        {
            return null;
        }

        await using var scope = bot.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HandoffDb>();
        var open = await db.Installations.AsNoTracking().FirstOrDefaultAsync(i => i.Admin == null, cancellationToken);
        return open is null ? null : scope.ServiceProvider.GetRequiredService<SetupCode>().Of(open);
    }
}
