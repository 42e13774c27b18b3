using HandoffBot.Chat;
using HandoffBot.Checkup;
using HandoffBot.Domain.Team;
using HandoffBot.Outbox;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>What the doctor finds as it is said: the wrong things first, of the well ones only how many.</summary>
internal sealed class ShowFindings(Doctor doctor, AdminDesk desk) : IDelivery
{
    private const int MostLines = 8;
    private const int HeadAndFoot = 2;

    public async Task<Speech> RenderAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        var reader = new PersonId(row.ChatId);
        if (await desk.FindAsync(cancellationToken) != reader)
        {
            return Speech.Nothing("no longer the admin");
        }

        var words = await desk.WordsAsync(reader, cancellationToken);
        var findings = await doctor.ExamineAsync(readsAll: false, cancellationToken);
        return new Speech.Say(Message(findings, words), MessageRole.Other, 0);
    }

    private static ChatMessage Message(IReadOnlyList<Finding> findings, Wording words)
    {
        var wrong = findings.Where(f => !f.IsWell).Select(f => f.In(words).ReplaceLineEndings(" ")).ToList();
        var named = wrong.Count <= MostLines - HeadAndFoot ? wrong : wrong[..(MostLines - HeadAndFoot - 1)];
        var well = findings.Count - wrong.Count;
        return ChatMessage.Of([
            Line.Bold(wrong.Count == 0 ? words["Doctor.AllWell"] : words.Say("Doctor.ToMend", wrong.Count)),
            .. named.Select(w => (Line?)w),
            named.Count < wrong.Count ? (Line)words.Say("Doctor.More", wrong.Count - named.Count) : null,
            well > 0 ? (Line)words.Say("Doctor.Well", well) : null,
        ]);
    }
}
