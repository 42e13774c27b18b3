using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Forgetting;

/// <summary>
/// A bot starts: that nobody was forgotten is written down, too, for a restore that finds no list cannot know. A lost one begins anew,
/// unless its key is lost as well: an empty one would say that nobody was. Never by <c>migrate</c>, which comes before a database
/// that was brought back is settled.
/// </summary>
internal sealed class BeginList(IServiceScopeFactory scopes, ForgettingPlaces places)
{
    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(places.List))
            {
                return;
            }

            await using var services = scopes.CreateAsyncScope();
            var db = services.ServiceProvider.GetRequiredService<HandoffDb>();
            var marks = await db.Forgotten.AsNoTracking().ToListAsync(cancellationToken);
            var key = ForgettingKey.Read(places.Key);
            if (marks.Count == 0 || key is not null)
            {
                ForgottenLog.Append(places.List, key?.Name ?? "", marks);
            }
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // Backups cannot be written there either, and that is told by themselves; whoever forgets is told what to mend.
        }
    }
}
