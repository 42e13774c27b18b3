using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Outbox;

/// <summary>Says one text of the resource files, such as a refusal or a confirmation.</summary>
internal sealed class SayText(HandoffDb db) : IDelivery
{
    /// <summary>Which text, with which values, in the language of which team or person.</summary>
    /// <param name="BoldFirst">The first line stands out.</param>
    internal sealed record Arguments(
        string Key,
        IReadOnlyList<string> Values,
        int? Team = null,
        string? LanguageCode = null,
        int? ReplyTo = null,
        bool BoldFirst = false
    );

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        var team = given.Team is { } id
            ? await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == new TeamId(id), cancellationToken)
            : null;
        var words = team?.Words() ?? WordingOf.Stranger(given.LanguageCode);
        var lines = words.Say(given.Key, [.. given.Values]).Split('\n');
        var message = ChatMessage.Of([.. lines.Select((l, i) => i == 0 && given.BoldFirst ? Line.Bold(l) : (Line)l)]);
        return new Speech.Say(message with { ReplyTo = given.ReplyTo }, MessageRole.Other, 0);
    }
}
