using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Domain.Digests;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Tests.Features.Handoff;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Tests.Upgrades;

/// <summary>Invented rows in the midst of work: a card that stands, one not yet said, a held chat, a dialogue, a summary.</summary>
internal static class ReleaseSample
{
    public const long Sales = -1001;
    public const long Marketing = -1002;

    /// <summary>The card of the first lead, as the messenger numbered it.</summary>
    public const int Card = 55;

    private const string Vera = "+79055550101";
    private const string Oleg = "+79055550102";

    /// <summary>Its contacts may stand in no line either, from here on: the script that puts them in is the test's own.</summary>
    public static void Guard(LeakWatch watch)
    {
        watch.Guard(Vera[1..]);
        watch.Guard(Oleg[1..]);
    }

    public static async Task FillAsync(TestBot bot)
    {
        Guard(bot.Watch);
        var team = await bot.TeamAsync(Language.English);
        await LeadRows.AddAsync(bot, Vera, "Vera Orlova");
        await new Talk(bot).SayAsync();
        await LeadRows.AddAsync(bot, Oleg, "Oleg O'Neil");
        await bot.CommitAsync(async scope =>
        {
            var now = bot.Clock.GetUtcNow();
            await scope.Db.Database.ExecuteSqlAsync($"update messages set message_id = {Card}");
            (await scope.Db.Chats.SingleAsync(c => c.ChatId == Marketing)).Hold(nameof(HeldReason.NotAMember));
            var said = new Intent("SayText", new ChatAddress(Marketing), "notice:1", OutboxPriority.Refresh);
            var held = OutboxMessage.Of(said, now);
            held.Hold(nameof(HeldReason.NotAMember));
            scope.Db.Outbox.Add(held);
            scope.Db.Digests.Add(
                new SentDigest
                {
                    Team = team,
                    Kind = DigestKind.Weekly,
                    LocalDate = new DateOnly(2026, 11, 16),
                    MadeAt = now,
                }
            );
            scope.Db.Dialogues.Add(
                new Dialogue
                {
                    ChatId = 11,
                    Person = new PersonId(11),
                    Kind = "NewLeadDialogue",
                    Step = "Phone",
                    ExpiresAt = now + Dialogue.Lifetime,
                }
            );
            await scope.Db.SaveChangesAsync();
        });
    }
}
