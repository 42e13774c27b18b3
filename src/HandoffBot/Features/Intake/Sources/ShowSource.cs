using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Domain.Leads;
using HandoffBot.Outbox;
using HandoffBot.Persistence;
using HandoffBot.Resources;
using Microsoft.EntityFrameworkCore;

namespace HandoffBot.Features.Intake.Sources;

/// <summary>One source: where its form posts to, when it last sent, whether it has a key.</summary>
internal sealed class ShowSource(HandoffDb db, PublicAddress address, TimeProvider clock) : IDelivery
{
    internal sealed record Arguments(long Source);

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var id = row.Read<Arguments>().Source;
        var source = await db.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (source is null)
        {
            return Speech.Nothing("no such source");
        }

        var team = await db.Teams.AsNoTracking().SingleAsync(t => t.Id == source.Team, cancellationToken);
        var lastAt = await db
            .Inquiries.Where(i => i.SourceId == id)
            .MaxAsync(i => (DateTimeOffset?)i.ReceivedAt, cancellationToken);
        return new Speech.Say(Card(team.Words(), source, lastAt), MessageRole.Other, 0);
    }

    private ChatMessage Card(Wording words, Source source, DateTimeOffset? lastAt)
    {
        var now = clock.GetUtcNow();
        return ChatMessage
            .Of(
                Line.Bold(OutsideText.Isolate(source.Name)),
                lastAt is { } at ? words.Say("Intake.SourceLast", words.Time(at, now)) : words["Intake.SourceQuiet"],
                words[source.KeyHash is null ? "Intake.SourceNoKey" : "Intake.SourceHasKey"],
                source.OldKeyUntil is { } until && until > now
                    ? (Line)words.Say("Intake.SourceOldKey", words.Time(until, now))
                    : null,
                source.SigningSecret is null
                    ? null
                    : (Line)words[source.MustSign ? "Intake.SourceSigned" : "Intake.SourceMaySign"],
                source.FormKey is null ? null : (Line)words["Intake.SourceForm"],
                source.FormKey is { } form ? (Line)address.Of($"/f/{form}") : null,
                source.FormKey is null ? null : (Line)words["Intake.SourceFormHint"],
                source.Origins.Length == 0 ? null : (Line)words.Say("Intake.SourceSites", source.Origins),
                source.ThanksUrl is { } thanks ? (Line)words.Say("Intake.SourceThanks", thanks) : null,
                source.Priority is LeadPriority.Normal ? null : (Line)words[$"Intake.SourceIs{source.Priority}"],
                address.Base is null ? (Line)words["Intake.NoPublicUrl"] : null
            )
            .With(
                [
                    SourceButton.Of(
                        words[source.KeyHash is null ? "Intake.SourceMakeKey" : "Intake.SourceNewKey"],
                        SourceButton.Choice.NewKey,
                        source.Id
                    ),
                ],
                source.FormKey is null
                    ? []
                    : [SourceButton.Of(words["Intake.SourceFormSettings"], SourceButton.Choice.Form, source.Id)],
                [.. Signing(words, source)],
                [.. Priorities(words, source)]
            );
    }

    private static IEnumerable<Button> Priorities(Wording words, Source source)
    {
        (LeadPriority Of, SourceButton.Choice Choice)[] all =
        [
            (LeadPriority.High, SourceButton.Choice.Urgent),
            (LeadPriority.Normal, SourceButton.Choice.Usual),
            (LeadPriority.Low, SourceButton.Choice.CanWait),
        ];
        return all.Where(p => p.Of != source.Priority)
            .Select(p => SourceButton.Of(words[$"Intake.SourceMake{p.Of}"], p.Choice, source.Id));
    }

    /// <summary>Only what has a key can sign, and only what has a secret can be made to.</summary>
    private static IEnumerable<Button> Signing(Wording words, Source source)
    {
        if (source.KeyHash is null)
        {
            yield break;
        }

        if (source.SigningSecret is null)
        {
            yield return SourceButton.Of(words["Intake.SourceMakeSecret"], SourceButton.Choice.NewSecret, source.Id);
            yield break;
        }

        yield return SourceButton.Of(words["Intake.SourceNewSecret"], SourceButton.Choice.NewSecret, source.Id);
        yield return source.MustSign
            ? SourceButton.Of(words["Intake.SourceUnsignedToo"], SourceButton.Choice.UnsignedToo, source.Id)
            : SourceButton.Of(words["Intake.SourceOnlySigned"], SourceButton.Choice.OnlySigned, source.Id);
    }
}
