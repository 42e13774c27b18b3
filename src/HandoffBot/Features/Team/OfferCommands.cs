using System.Security.Cryptography;
using System.Text.Json;
using HandoffBot.Chat;
using HandoffBot.Leadership;
using HandoffBot.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Team;

/// <summary>Registers the commands with the messenger, at the start and only if they changed since.</summary>
internal sealed partial class OfferCommands(
    CommandList list,
    IChat chat,
    CommitWriter writer,
    Leader leader,
    TimeProvider clock,
    ILogger<OfferCommands> logger
) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var term = await leader.OwnTermAsync(stoppingToken);
            await OfferWhatChangedAsync(term.Token);
        }
        catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
        {
            Log.NotOffered(logger, ex);
        }
    }

    private async Task OfferWhatChangedAsync(CancellationToken cancellationToken)
    {
        var offers = list.All;
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(offers)))[..32];
        if (await RememberedAsync(cancellationToken) == hash)
        {
            return;
        }

        foreach (var offer in offers)
        {
            await OfferAsync(offer, cancellationToken);
        }

        await RememberAsync(hash, cancellationToken);
    }

    private async Task OfferAsync(CommandList.Offer offer, CancellationToken cancellationToken)
    {
        for (var wait = First; ; wait = wait < Longest / 2 ? wait * 2 : Longest)
        {
            var answer = await chat.OfferCommandsAsync(offer.Scope, offer.Language, offer.Commands, cancellationToken);
            switch (answer)
            {
                case SendOutcome.Unanswered or SendOutcome.Unauthorized:
                    await Task.Delay(wait, clock, cancellationToken);
                    break;
                case SendOutcome.RetryAfter late:
                    await Task.Delay(late.Wait + First, clock, cancellationToken);
                    break;
                case SendOutcome.Refused refused:
                    Log.Refused(logger, offer.Scope, refused.Words);
                    return;
                default:
                    return;
            }
        }
    }

    private Task<string?> RememberedAsync(CancellationToken cancellationToken) =>
        writer.CommitAsync(
            (scope, token) => scope.Db.Installations.Select(i => i.OfferedCommands).SingleAsync(token),
            cancellationToken
        );

    private Task RememberAsync(string hash, CancellationToken cancellationToken) =>
        writer.CommitAsync(
            async (scope, token) =>
            {
                var installation = await scope.Db.Installations.SingleAsync(token);
                installation.OfferedCommands = hash;
                await scope.Db.SaveChangesAsync(token);
            },
            cancellationToken
        );

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Telegram refused the commands for {Scope}: {Words}.")]
        public static partial void Refused(ILogger logger, CommandScope scope, string words);

        [LoggerMessage(LogLevel.Warning, "The commands could not be offered; the next start tries again.")]
        public static partial void NotOffered(ILogger logger, Exception exception);
    }
}
