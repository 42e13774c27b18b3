using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Team;

/// <summary>What the person at the console reads while nobody is admin, in the language of the machine unless one is set. Never to be logged.</summary>
internal sealed class SetupInvitation(IServiceScopeFactory scopes, SetupCode codes, IOptions<TeamOptions> options)
{
    /// <summary>The installation while it has no admin; null once there is one.</summary>
    public async Task<Installation?> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
        return await db.Installations.AsNoTracking().SingleOrDefaultAsync(i => i.Admin == null, cancellationToken);
    }

    /// <param name="bot">Null while Telegram cannot be reached: then the code stands alone.</param>
    public string For(Installation installation, BotIdentity? bot)
    {
        var code = codes.Of(installation);
        var language = options.Value.LocaleFor(CultureInfo.CurrentUICulture.Name).Language;
        var text = Texts.Get(bot is null ? "Team.SetupCodeAlone" : "Team.SetupLink", language);
        return bot is null
            ? text.Replace("{0}", code, StringComparison.Ordinal)
            : text.Replace("{0}", $"https://t.me/{bot.Username}?start={code}", StringComparison.Ordinal);
    }
}
