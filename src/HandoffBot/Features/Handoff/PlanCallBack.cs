using HandoffBot.Chat;
using HandoffBot.Domain.Leads;

namespace HandoffBot.Features.Handoff;

/// <summary>The next call is planned, by a usual time or in own words.</summary>
internal sealed class PlanCallBack(LeadDesk desk) : LeadButton(desk)
{
    protected override async Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        var choice = pressed.Press!.Choice;
        if (choice == CallBackTimes.OwnWords)
        {
            return await AskAsync(opened, pressed, cancellationToken);
        }

        if (CallBackTimes.At(choice, opened.Now, opened.Words.Zone) is not { } at)
        {
            return new PressAnswer(opened.Words["Common.UnknownButton"]);
        }

        var outcome = opened.Lead.PlanCallBack(opened.Actor, at, opened.Now, opened.Rhythm);
        return outcome is LeadOutcome.Done
            ? LeadDesk.Toast(opened.Say("Handoff.DoneCallBack", opened.Words.Time(at, opened.Now)))
            : await Desk.AnswerAsync(opened, outcome, "Handoff.DoneCallBack", cancellationToken);
    }

    private async Task<PressAnswer> AskAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    )
    {
        if (!opened.Lead.IsOwned || !opened.Lead.MayWork(opened.Actor))
        {
            return LeadDesk.Toast(await Desk.StandsAsync(opened, cancellationToken));
        }

        await Desk.Dialogues.StartAsync(
            pressed,
            AskCallBack.Kind,
            AskCallBack.Step,
            new object(),
            cancellationToken,
            opened.Lead.Id.Value,
            opened.QuestionsTo
        );
        return PressAnswer.Nothing;
    }
}
