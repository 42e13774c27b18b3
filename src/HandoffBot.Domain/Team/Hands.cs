using HandoffBot.Domain.Leads;

namespace HandoffBot.Domain.Team;

/// <summary>What one rep carries now.</summary>
/// <param name="Open">Leads taken and not closed.</param>
/// <param name="NotWorked">Those of them without a call, a contact or a planned call-back yet.</param>
internal readonly record struct Hands(int Open, int NotWorked)
{
    /// <summary>With one lead more, just taken.</summary>
    public Hands With(Lead taken) => new(Open + 1, taken.IsNotWorked ? NotWorked + 1 : NotWorked);
}
