namespace HandoffBot.Sandbox.World;

internal enum FaultKind
{
    /// <summary>429, with <c>retry_after</c> when <see cref="Fault.RetryAfter"/> is given.</summary>
    TooManyRequests,

    /// <summary>500 in Telegram's envelope.</summary>
    ServerError,

    /// <summary>502 with a page of HTML.</summary>
    BadGateway,

    /// <summary>401, as after the token was revoked.</summary>
    Unauthorized,

    /// <summary>The connection breaks before anything happened.</summary>
    CutBefore,

    /// <summary>All happens, then the connection breaks instead of the answer.</summary>
    AnswerLost,

    /// <summary>All happens, and the answer comes half a minute later by the clock of this world.</summary>
    AnswerLate,
}
