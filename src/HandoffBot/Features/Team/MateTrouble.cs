using HandoffBot.Domain.Team;
using HandoffBot.Resources;

namespace HandoffBot.Features.Team;

/// <summary>What keeps the bot from somebody of the team, or them from it, and the press that mends it.</summary>
/// <param name="Mend">The choice of a <see cref="MateButton"/>.</param>
internal sealed record MateTrouble(string Key, DateTimeOffset? Since, int Mend)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(7);

    public string MendKey => Mend is MateButton.Ping ? "Team.MatePing" : "Team.MateAskStart";

    public static MateTrouble? Of(Member member, Person person, DateTimeOffset now)
    {
        // Telegram refuses what is written to who never pressed Start in the same way as to who blocked the bot.
        if (person.StartedAt is null)
        {
            return new MateTrouble("Team.MateNoStart", null, MateButton.AskForStart);
        }

        if (person.BlockedAt is not null)
        {
            return new MateTrouble("Team.MateBlocked", null, MateButton.AskForStart);
        }

        var active = member.ActiveAt(person);
        return now - active > Quiet ? new MateTrouble("Team.MateQuiet", active, MateButton.Ping) : null;
    }

    public string Text(Wording words) => Since is { } since ? words.Say(Key, words.Date(words.Day(since))) : words[Key];
}
