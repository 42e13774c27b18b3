using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Forgetting;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Intake.Forgetting;

/// <summary>What the button that forgets works with.</summary>
internal sealed class ForgettingDesk(HandoffDb db, PersonSearch search, ForgetPerson forget, TimeProvider clock)
{
    /// <summary>A question left lying is asked anew: 24 hours, as a dialogue.</summary>
    private static readonly TimeSpan QuestionLasts = TimeSpan.FromHours(24);

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task<PersonLeads?> FindAsync(LeadId lead, CancellationToken cancellationToken) =>
        search.OfLeadAsync(lead, cancellationToken);

    public Task<ForgetOutcome> ForgetAsync(PersonLeads person, PersonId by, CancellationToken cancellationToken) =>
        forget.HandleAsync([person], by, cancellationToken);

    public async Task<bool> IsOldAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var question = await db.Messages.FindAsync(
            [pressed.Place.Address.ChatId, pressed.MessageId],
            cancellationToken
        );
        return question is not null && Now - question.SentAt > QuestionLasts;
    }

    /// <summary>How many messages about that person stand in chats.</summary>
    public async Task<int> CountAsync(PersonLeads person, CancellationToken cancellationToken)
    {
        var leads = person.Leads.Select(l => l.Id.Value).ToList();
        var standing = await StandingMessagesOf.LeadsAsync(db, leads, cancellationToken);
        return standing.Select(m => m.Ref).Distinct().Count();
    }
}
