using HandoffBot.Chat;
using HandoffBot.Domain.Intake;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>What a manager finds under a page of the team: the press that mends each trouble, then everybody by name.</summary>
internal static class TeamButtons
{
    private const int InARow = 3;
    private const int LongestName = 16;

    /// <summary>Two rows of two; those that are left are mended on their own page.</summary>
    private const int Mended = 4;

    public static List<Button[]> Of(IReadOnlyList<TeamMate> page, Wording words, DateTimeOffset now) =>
        [
            .. page.Select(m => (Mate: m, Trouble: MateTrouble.Of(m.Member, m.Person, now)))
                .Where(m => m.Trouble is not null)
                .Take(Mended)
                .Select(m => To(m.Mate, words.Say($"{m.Trouble!.MendKey}Of", NameOf(m.Mate)), m.Trouble.Mend))
                .Chunk(2),
            .. page.Select(m => To(m, $"{NameOf(m)}…", MateButton.Show)).Chunk(InARow),
        ];

    private static Button To(TeamMate mate, string label, int what) =>
        Button.Of(label, MateButton.Verb, mate.Person.Id.Value, what, mate.Member.Team.Value);

    private static string NameOf(TeamMate mate) => OutsideText.Cut(mate.Person.Name, LongestName);
}
