using System.Text.Json;
using System.Text.Json.Serialization;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;

namespace HandoffBot.Persistence;

/// <summary>One event of a lead's history; never edited.</summary>
internal sealed class LeadEventRow
{
    public long Seq { get; private set; }

    public required LeadId Lead { get; init; }

    public required int Number { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public PersonId? Actor { get; init; }

    public int Cycle { get; init; }

    public LeadStep? Step { get; init; }

    public int? StepNumber { get; init; }

    /// <summary>The number of the event it takes back.</summary>
    public int? Reverts { get; init; }

    /// <summary>The update of the messenger that caused it.</summary>
    public long? UpdateId { get; init; }

    /// <summary>What else it says, in ids and codes, as JSON.</summary>
    public string Codes { get; init; } = "{}";

    /// <summary>To whom the manager gave the lead; null for any other event.</summary>
    public PersonId? AssignedTo =>
        Kind == nameof(LeadAssigned) ? new PersonId(JsonSerializer.Deserialize<AssignCodes>(Codes)!.To) : null;

    /// <summary>Who handed the lead over at the end of a shift, to the one who acted; null for any other event.</summary>
    public PersonId? HandedBy =>
        Kind == nameof(LeadHandedOver) ? new PersonId(JsonSerializer.Deserialize<HandedCodes>(Codes)!.Owner) : null;

    public static LeadEventRow Of(LeadEvent what, long? updateId) =>
        new()
        {
            Lead = what.Lead,
            Number = what.Number,
            Kind = what.GetType().Name,
            At = what.At,
            Actor = what.By,
            Cycle = what.Cycle,
            Step = (what as StepTaken)?.Step,
            StepNumber = (what as StepTaken)?.StepNumber,
            Reverts = (what as ChangeUndone)?.Reverts,
            UpdateId = updateId,
            Codes = CodesOf(what),
        };

    private static string CodesOf(LeadEvent what)
    {
        object? codes = what switch
        {
            LeadAssigned e => new AssignCodes(e.To.Value),
            LeadOffered e => OfferCodes.Of(e),
            LeadHandedOver e => new HandedCodes(e.Owner.Value),
            LeadReleased e => new { owner = e.Owner.Value },
            NoAnswerGot e => new { attempt = e.Attempt, nextAt = e.NextAt },
            CallBackPlanned e => new { callBackAt = e.CallBackAt },
            AmountGiven e => new { amountMinor = e.AmountMinor },
            LeadLost e => new { reason = e.Reason.ToString() },
            LeadRejected e => new { reason = e.Reason.ToString() },
            LeadDeferred e => new { until = e.Until, reason = e.Reason?.ToString() },
            AbsenceWaitedOut e => new { minutes = e.Working.TotalMinutes },
            ClockStood e => new { minutes = e.Working.TotalMinutes },
            InquiryRepeated e => new { inquiries = e.Inquiries },
            InquiryTakenOut e => new { newLead = e.NewLead.Value },
            LeadMerged e => new { other = e.Other.Value, stays = e.Stays },
            LeadParted e => new { other = e.Other.Value, stays = e.Stays },
            _ => null,
        };
        return codes is null ? "{}" : JsonSerializer.Serialize(codes);
    }

    private sealed record HandedCodes([property: JsonPropertyName("owner")] long Owner);

    private sealed record AssignCodes([property: JsonPropertyName("to")] long To);
}
