using HandoffBot.Chat;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;

namespace HandoffBot.Features.Reminders;

/// <summary>Something said because of who is on shift at that moment, once to each reader.</summary>
internal static class ShiftNotice
{
    public static Intent To(Member member, string delivery, object said, DateTimeOffset now) =>
        To(ChatAddress.Private(member.Person.Value), member.Team, delivery, said, now);

    public static Intent To(ChatAddress to, TeamId team, string delivery, object said, DateTimeOffset now) =>
        new(
            delivery,
            to,
            string.Create(CultureInfo.InvariantCulture, $"notice:shift:{team}:{now.ToUnixTimeMilliseconds()}"),
            OutboxPriority.Private,
            said
        );
}
