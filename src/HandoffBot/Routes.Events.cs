using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Features.Handoff;
using HandoffBot.Features.Handoff.Merging;
using HandoffBot.Features.Reminders;
using HandoffBot.Outbox;
using HandoffBot.Persistence;

namespace HandoffBot;

internal static partial class Routes
{
    /// <summary>What is said after these events, and where.</summary>
    public static IEnumerable<Intent> For(IReadOnlyList<LeadHappening> happened, TeamPlaces places) =>
        [.. happened.Where(h => h.What is not StepTaken).SelectMany(h => For(h, places)), .. Steps(happened, places)];

    private static IEnumerable<Intent> For(LeadHappening happening, TeamPlaces places)
    {
        var (what, lead) = (happening.What, happening.Lead);
        return what switch
        {
            LeadReceived when lead.IsSuspect => places
                .Managers[lead.Team]
                .Select(m => To(m, nameof(TellSuspect), new TellSuspect.Arguments(lead.Id.Value))),
            // Those of a list are told of in one line, once all are there; no card, neither at first nor when they come back.
            LeadReceived when lead.ListId is not null => [],
            LeadReleased when lead.ListId is not null => Redraw(),
            LeadReceived or LeadAdmitted or LeadCameForward => InSales(
                nameof(PostCard),
                OutboxPriority.Card,
                new PostCard.Arguments(lead.Id.Value)
            ),
            InquiryRepeated =>
            [
                .. Redraw(),
                .. OwnerHears(nameof(TellRepeat), new TellRepeat.Arguments(lead.Team.Value, lead.Id.Value)),
            ],
            LeadClaimed or LeadAssigned or LeadHandedOver =>
            [
                .. OwnerHears(nameof(SendContact), Contact()),
                .. Redraw(),
            ],
            LeadRejected { By: { } by } when lead.LastChange?.Before.Owner is null =>
            [
                .. Redraw(),
                To(by, nameof(ConfirmReject), new ConfirmReject.Arguments(lead.Id.Value)),
            ],
            LeadMerged merged => [.. Redraw(), .. MergeHeard(merged)],
            LeadParted { Stays: false } when lead.Status is LeadStatus.New =>
            [
                .. Redraw(),
                .. InSales(nameof(PostCard), OutboxPriority.Card, new PostCard.Arguments(lead.Id.Value, Anew: true)),
            ],
            LeadReleased =>
            [
                .. Redraw(),
                .. InSales(nameof(PostCard), OutboxPriority.Card, new PostCard.Arguments(lead.Id.Value, Anew: true)),
            ],
            LeadOffered { Offering.To: { } to } =>
            [
                To(to, nameof(OfferLead), new OfferLead.Arguments(lead.Id.Value, to.Value)),
                // Its card stands in the chat already.
                .. lead.Said.HasFlag(LeadStep.Next) ? Redraw() : [],
            ],
            // What stands in the chats is written over by whoever forgets.
            LeadOffered or LeadDeferred { Reason: null } or AbsenceWaitedOut or ClockStood or LeadForgotten => [],
            _ => Redraw(),
        };

        SendContact.Arguments Contact() => new(lead.Id.Value, lead.Owner!.Value.Value);

        IEnumerable<Intent> MergeHeard(LeadMerged merged) =>
            (merged.Stays ? new[] { lead.Owner, merged.OwnerBefore } : [])
                .OfType<PersonId>()
                .Distinct()
                .Where(p => p != merged.By)
                .Select(p =>
                    To(
                        p,
                        nameof(TellMerged),
                        new TellMerged.Arguments(lead.Team.Value, lead.Id.Value, merged.Other.Value)
                    )
                );

        IEnumerable<Intent> OwnerHears(string delivery, object arguments) =>
            lead.Owner is { } owner ? [To(owner, delivery, arguments)] : [];

        Intent To(PersonId person, string delivery, object arguments) =>
            new(delivery, ChatAddress.Private(person.Value), Origin(what), OutboxPriority.Private, arguments);

        IEnumerable<Intent> InSales(string delivery, OutboxPriority priority, object arguments) =>
            places.Sales(lead.Team) is { } sales
                ? [new Intent(delivery, sales, Origin(what), priority, arguments)]
                : [];

        IEnumerable<Intent> Redraw() =>
            [
                .. InSales(nameof(RedrawLead), OutboxPriority.Turn, new RedrawLead.Arguments(lead.Id.Value)),
                .. Readers(what, lead).Select(r => To(r, nameof(RedrawLead), new RedrawLead.Arguments(lead.Id.Value))),
            ];
    }

    /// <summary>Who may have a message about the lead in private: its owner, the one before, and whoever acted.</summary>
    private static IEnumerable<PersonId> Readers(LeadEvent what, Lead lead)
    {
        var before = what switch
        {
            ChangeUndone undone => undone.OwnerBefore,
            LeadReleased released => released.Owner,
            LeadHandedOver handed => handed.Owner,
            LeadMerged merged => merged.OwnerBefore,
            _ => lead.LastChange?.Before.Owner,
        };
        var isFirstClaim = what is LeadClaimed && lead.Cycle == 0;
        return isFirstClaim ? [] : new[] { lead.Owner, before, what.By }.OfType<PersonId>().Distinct();
    }

    /// <summary>Steps that fell due together: one message a chat, with all their leads.</summary>
    private static IEnumerable<Intent> Steps(IReadOnlyList<LeadHappening> happened, TeamPlaces places)
    {
        foreach (var team in happened.Where(h => h.What is StepTaken).GroupBy(h => h.Lead.Team))
        {
            var steps = team.Select(h => (Step: (StepTaken)h.What, h.Lead)).ToList();
            var origin = Origin(steps[0].Step);
            var inChat = steps.Where(s => s.Step.Step is LeadStep.Remind or LeadStep.Sla).ToList();
            if (inChat.Count > 0 && places.Sales(team.Key) is { } sales)
            {
                var mentions = inChat.Exists(s => s.Step.Step is LeadStep.Sla);
                var said = new RemindClaim.Arguments(team.Key.Value, Numbers(inChat), mentions);
                yield return new Intent(nameof(RemindClaim), sales, origin, OutboxPriority.Alarm, said);
            }

            var late = steps.Where(s => s.Step.Step is LeadStep.Manager).ToList();
            foreach (var manager in late.Count == 0 ? [] : places.Managers[team.Key])
            {
                var said = new TellManager.Arguments(team.Key.Value, Numbers(late));
                yield return new Intent(
                    nameof(TellManager),
                    ChatAddress.Private(manager.Value),
                    origin,
                    OutboxPriority.Private,
                    said
                );
            }

            foreach (var owner in steps.Where(s => s.Lead.IsOwned).GroupBy(s => s.Lead.Owner!.Value))
            {
                var due = owner.Select(s => new RemindOwner.Due(s.Lead.Id.Value, s.Step.Step)).ToList();
                var said = new RemindOwner.Arguments(team.Key.Value, owner.Key.Value, due);
                yield return new Intent(
                    nameof(RemindOwner),
                    ChatAddress.Private(owner.Key.Value),
                    origin,
                    OutboxPriority.Private,
                    said
                );
            }
        }
    }

    private static IReadOnlyList<long> Numbers(IEnumerable<(StepTaken Step, Lead Lead)> steps) =>
        [.. steps.Select(s => s.Lead.Id.Value)];

    private static string Origin(LeadEvent what) =>
        string.Create(CultureInfo.InvariantCulture, $"lead:{what.Lead.Value}.{what.Number}");
}
