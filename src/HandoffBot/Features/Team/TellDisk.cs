using HandoffBot.Chat;
using HandoffBot.Checkup;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Team;

/// <summary>Tells the admin where room is wanting, as it is when this is said.</summary>
internal sealed class TellDisk(DiskCheck disk, AdminDesk desk) : IDelivery
{
    public WhenUnreachable WhenUnreachable => WhenUnreachable.Wait;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var wrong = disk.Examine().Where(f => !f.IsWell).ToList();
        if (wrong.Count == 0)
        {
            return Speech.Nothing("mended meanwhile");
        }

        var words = await desk.WordsAsync(new PersonId(row.ChatId), cancellationToken);
        var message = ChatMessage.Of([
            Line.Bold(words["Team.DiskFull"]),
            .. wrong.Select(f => (Line?)f.In(words)),
            words["Team.DiskThen"],
        ]);
        return new Speech.Say(message, MessageRole.Other, 0);
    }
}
