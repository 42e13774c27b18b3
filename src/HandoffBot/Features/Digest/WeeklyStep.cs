using HandoffBot.Domain.Digests;
using HandoffBot.Resources;

namespace HandoffBot.Features.Digest;

/// <summary>The last line of the weekly summary: one thing to do.</summary>
internal static class WeeklyStep
{
    public static string Of(WeeklyFigures figures, Wording wording) =>
        NextStep.Of(figures) switch
        {
            NextStep.StaffHours(var worst, var late) => wording.Say(
                "Digest.StepHours",
                worst.From,
                worst.To,
                worst.Count,
                late
            ),
            NextStep.AnswerReason(var reason) => Answer(reason, wording),
            NextStep.ClearQueue(var waiting) => wording.Say("Digest.StepQueue", waiting),
            NextStep.CheckFallenSources => wording["Digest.StepFallen"],
            NextStep.CheckSources => wording["Digest.StepSources"],
            _ => wording["Digest.StepKeep"],
        };

    private static string Answer(BadReason reason, Wording wording)
    {
        var name = wording.Quoted(wording.Reason(reason.Reason));
        return reason.Campaign is null
            ? wording.Say("Digest.StepReason", name, reason.Count)
            : wording.Say(
                "Digest.StepReasonIn",
                name,
                wording.Campaign(reason.Campaign),
                reason.InCampaign,
                reason.Count
            );
    }
}
