using System.Collections.Concurrent;
using HandoffBot.Chat;
using HandoffBot.Domain.Team;

namespace HandoffBot.Checkup;

/// <summary>What the bot may do in the chats of the teams, as Telegram tells it now.</summary>
internal sealed class RightsCheck(IChat chat)
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>By chat; null where Telegram did not tell in time.</summary>
    public async Task<IReadOnlyDictionary<long, BotRights?>> AskAsync(
        IReadOnlyList<TeamChat> chats,
        CancellationToken cancellationToken
    )
    {
        var told = new ConcurrentDictionary<long, BotRights?>(
            chats.Select(c => c.ChatId).Distinct().Select(id => KeyValuePair.Create(id, (BotRights?)null))
        );
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patient.CancelAfter(Patience);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = patient.Token };
        try
        {
            await Parallel.ForEachAsync(
                told.Keys,
                options,
                async (id, token) => told[id] = await chat.RightsAsync(id, token)
            );
            return told;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return told;
        }
    }

    public static IEnumerable<Finding> Examine(SalesTeam team, TeamChat chat, BotRights? rights)
    {
        object?[] where = [team.Name, NameOf(chat)];
        return rights switch
        {
            null => [Finding.Wrong("Doctor.RightsUntold", where)],
            { IsMember: false } => [Finding.Wrong("Doctor.NotMember", where)],
            _ when Missing(chat.Kind, rights).ToList() is { Count: > 0 } missing =>
            [
                .. missing.Select(key => Finding.Wrong(key, where)),
            ],
            _ => [Finding.Well(Enough(chat.Kind, rights), where)],
        };
    }

    public static string NameOf(TeamChat chat) =>
        chat.Title.Length > 0 ? chat.Title : chat.ChatId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where it is no admin, becoming one gives it the pin as well.</summary>
    private static IEnumerable<string> Missing(ChatKind kind, BotRights rights)
    {
        if (!rights.CanPost)
        {
            yield return "Doctor.MayNotPost";
        }

        if (kind is ChatKind.Sales && !rights.IsAdmin)
        {
            yield return "Doctor.NotAdmin";
        }
        else if (kind is ChatKind.Sales && !rights.CanPin)
        {
            yield return "Doctor.MayNotPin";
        }
    }

    /// <summary>Deleting is for what reps typed about whoever is forgotten, and that is in sales; without it the bot is well.</summary>
    private static string Enough(ChatKind kind, BotRights rights) =>
        rights switch
        {
            { CanPin: true, CanDelete: true } => "Doctor.MayAll",
            _ when kind is ChatKind.Sales => "Doctor.MayPostAndPin",
            _ => "Doctor.MayPost",
        };
}
