using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Persistence;

namespace HandoffBot.Features.Handoff;

/// <summary>A button about one lead: opens it, acts, saves.</summary>
internal abstract class LeadButton(LeadDesk desk) : IButton
{
    protected LeadDesk Desk => desk;

    protected HandoffDb Db => desk.Db;

    public async Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken)
    {
        var opened = await desk.Access.OpenAsync(pressed, new LeadId(pressed.Press!.About), cancellationToken);
        if (opened is null)
        {
            var words = await desk.Callers.WordsForAsync(pressed, cancellationToken);
            return new PressAnswer(words["Handoff.NotForYou"]);
        }

        await desk.Access.AdoptAsync(pressed, opened, cancellationToken);
        var before = opened.Lead.Events;
        var answer = await ActAsync(opened, pressed, cancellationToken);
        if (pressed.Place.IsPrivate && opened.Lead.Events != before)
        {
            desk.Access.SettleNotices(pressed, opened);
        }

        await Db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    protected abstract Task<PressAnswer> ActAsync(
        OpenedLead opened,
        ButtonPressed pressed,
        CancellationToken cancellationToken
    );
}
