using Microsoft.Extensions.Options;

namespace HandoffBot.Forgetting;

/// <summary>How far this night's forgetting of long closed leads has come. What a stopped bot missed is done at its next start.</summary>
internal sealed class RetentionNight(IOptions<ForgettingOptions> options, LastNight night, TimeProvider clock)
{
    /// <summary>A setting that is new must not write over thousands of messages at once: the rest waits for the nights that follow.</summary>
    public const int PeopleANight = 500;

    private DateTimeOffset doneFor = DateTimeOffset.MinValue;
    private int people;

    public bool IsDue => options.Value.AfterDays > 0 && doneFor < night.CameAt;

    /// <summary>Leads closed before this are old enough.</summary>
    public DateTimeOffset ClosedBefore => clock.GetUtcNow().AddDays(-options.Value.AfterDays);

    /// <summary>How many old leads were looked at and stay; the others are not found again.</summary>
    public int Kept { get; private set; }

    public void Went(int kept, int forgotten)
    {
        Kept += kept;
        people += forgotten;
        if (people >= PeopleANight)
        {
            End();
        }
    }

    public void End()
    {
        doneFor = night.CameAt;
        (people, Kept) = (0, 0);
    }
}
