using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Forgetting;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Forgetting;

/// <summary>Shows the admin whom they are about to forget, masked, with the one button that does it.</summary>
internal sealed class AskForget(HandoffDb db, PersonSearch search, TimeProvider clock) : IDelivery
{
    private const int Named = 5;
    private const int NameLength = 40;

    /// <param name="Lead">Any lead of that person.</param>
    /// <param name="MessageId">The message with the command: it names the person, too.</param>
    internal sealed record Arguments(long Lead, int MessageId);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var given = row.Read<Arguments>();
        if (await search.OfLeadAsync(new LeadId(given.Lead), cancellationToken) is not { } person)
        {
            return Speech.Nothing("forgotten meanwhile");
        }

        var first = person.Leads[0];
        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == first.Team, cancellationToken);
        var button = ForgetButton.Of(team.Words()["Forgetting.Erase"], person, given.MessageId);
        return new Speech.Say(
            Question(person, team.Words()).With([button]),
            MessageRole.Reminder,
            0,
            [.. person.Leads.Select(l => l.Id.Value)]
        );
    }

    private ChatMessage Question(PersonLeads person, Wording words)
    {
        var open = person.Open.ToList();
        var since = words.Date(words.Day(person.Leads.Min(l => l.ReceivedAt)), words.Day(clock.GetUtcNow()));
        return ChatMessage.Of(
            Line.Bold(words.Say("Forgetting.Ask", person.Leads.Count, since)),
            Masked(person),
            Numbers(person.Leads, words),
            open.Count == 0 ? null : (Line)words.Say("Forgetting.AskOpen", Numbers(open, words), open.Count),
            words["Forgetting.AskWhat"],
            words["Forgetting.AskForGood"]
        );
    }

    private static string Numbers(IReadOnlyList<Lead> leads, Wording words)
    {
        var named = string.Join(", ", leads.Take(Named).Select(l => l.Id));
        return leads.Count > Named ? words.Say("Forgetting.AndMore", named, leads.Count - Named) : named;
    }

    /// <summary>The newest that is known, as much as whoever has just named the person recognises it by.</summary>
    private static Line? Masked(PersonLeads person)
    {
        var newest = person.Leads.Reverse().Select(l => l.Contact).ToList();
        var name = newest.Select(c => c.Name).FirstOrDefault(n => n is not null) is { } full
            ? OutsideText.Isolate(OutsideText.Cut(ContactMask.Name(full), NameLength))
            : null;
        var reach =
            newest.Select(c => c.Phone).FirstOrDefault(p => p is not null) is { } phone ? ContactMask.Phone(phone)
            : newest.Select(c => c.Email).FirstOrDefault(e => e is not null) is { } email ? ContactMask.Email(email)
            : null;
        var parts = new[] { name, reach }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }
}
