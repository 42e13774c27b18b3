using HandoffBot.Chat;
using HandoffBot.Persistence;
using HandoffBot.Ticks;

namespace HandoffBot.Features.Team;

/// <summary>Tells the admin that the disk is full, past the outbox: a row that says so would find no room either.</summary>
internal sealed class SweepFullDisk(StorageWatch watch, FullDiskTold told, AdminDesk desk, IChat chat) : ISweep
{
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!watch.IsFull || !told.IsTime() || await desk.FindAsync(cancellationToken) is not { } admin)
        {
            return;
        }

        var words = await desk.WordsAsync(admin, cancellationToken);
        var message = ChatMessage.Of(Line.Bold(words["Team.DiskIsFull"]), words["Team.DiskIsFullThen"]);
        if (await chat.SendAsync(ChatAddress.Private(admin.Value), message, cancellationToken) is SendOutcome.Sent)
        {
            told.Now();
        }
    }
}
