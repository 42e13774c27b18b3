using HandoffBot.Features.Team;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Sandbox.WebChat;

/// <summary>What the page has to know from the bot's own rows: the setup code while there is no admin, the form's key.</summary>
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

    /// <summary>Of the first source that has a form; null while there is none.</summary>
    public static async Task<string?> FormKeyAsync(IServiceProvider? bot, CancellationToken cancellationToken)
    {
        if (bot is null)
        {
            return null;
        }

        await using var scope = bot.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<HandoffDb>()
            .Sources.Where(s => s.FormKey != null)
            .OrderBy(s => s.Id)
            .Select(s => s.FormKey)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
