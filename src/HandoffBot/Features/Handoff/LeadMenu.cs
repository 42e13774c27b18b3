namespace HandoffBot.Features.Handoff;

/// <summary>Which buttons stand under a lead's message; they change in place and are nobody's state.</summary>
internal enum LeadMenu
{
    Main,

    /// <summary>The next steps, under the card of an owner who cannot be reached in private.</summary>
    Work,
    BadReasons,
    LostReasons,
    CallBack,
    More,
    Release,

    /// <summary>How it ended, or, once it is qualified, how a call went.</summary>
    Ending,

    /// <summary>Which inquiries and leads are part of it: a way out for each, a way in for another.</summary>
    Parts,
}
