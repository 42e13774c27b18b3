using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Sandbox.Demo;

/// <summary>The address of the form that the company's site posts to, as the bot's source has it.</summary>
internal static class FormDoor
{
    /// <summary>Of the first source that has a form; null while there is none.</summary>
    public static async Task<string?> KeyAsync(IServiceProvider? bot, CancellationToken cancellationToken)
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
