using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake.Lists.Files;
using HandoffBot.Persistence;
using HandoffBot.Resources;

namespace HandoffBot.Features.Intake.Lists;

/// <summary>Fetches a file, reads it, and has it shown back; or says in one line why not.</summary>
internal sealed class ReadList(HandoffDb db, ListCopies copies, ListDoors doors, CountList count, SettleList settling)
{
    public async Task HandleAsync(LeadList list, CancellationToken cancellationToken)
    {
        var door = await doors.OfAsync(list, cancellationToken);
        if (await copies.FetchAsync(list, cancellationToken) is not SendOutcome.Sent and var refused)
        {
            await NotFetchedAsync(list, refused, cancellationToken);
            return;
        }

        // Lists of before were told by the bytes of their file.
        if (await IsSameAsync(list, door, await copies.HashAsync(list, cancellationToken), cancellationToken))
        {
            return;
        }

        try
        {
            var (reading, hash) = await count.HandleAsync(door, copies.PathOf(list), cancellationToken);
            if (!await IsSameAsync(list, door, hash, cancellationToken))
            {
                await settling.ShowAsync(list, hash, reading, cancellationToken);
            }
        }
        catch (UnreadableListException unreadable)
        {
            string[] row = [unreadable.Row.ToString(CultureInfo.InvariantCulture)];
            await settling.RefuseAsync(list, $"Intake.List{unreadable.Problem}", row, cancellationToken);
        }
    }

    private async Task<bool> IsSameAsync(LeadList list, Door door, string hash, CancellationToken cancellationToken)
    {
        if (await ApproveList.SameAsync(db, list, hash, cancellationToken) is not { } same)
        {
            return false;
        }

        var told = await ApproveList.SameValuesAsync(db, same, door.Team.Words(), cancellationToken);
        await settling.RefuseAsync(list, "Intake.ListSame", told, cancellationToken);
        return true;
    }

    /// <summary>One that Telegram refuses never comes; for the others it is tried again for a while.</summary>
    private Task NotFetchedAsync(LeadList list, SendOutcome outcome, CancellationToken cancellationToken) =>
        outcome switch
        {
            SendOutcome.Refused { Words: var words }
                when words.Contains("too big", StringComparison.OrdinalIgnoreCase) => settling.RefuseAsync(
                list,
                "Intake.ListTooLarge",
                [],
                cancellationToken
            ),
            SendOutcome.Refused => settling.RefuseAsync(list, "Intake.ListNotFetched", [], cancellationToken),
            _ => throw new ListNotFetchedException(),
        };
}

/// <summary>The messenger does not give the file out now; it may later.</summary>
internal sealed class ListNotFetchedException() : Exception("The messenger did not give out the file.");
