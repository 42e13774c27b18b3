using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>What a caller gets when a fault was ordered for its call.</summary>
internal static class FaultyAnswer
{
    /// <summary>Null when the call is to be carried out all the same.</summary>
    public static Response? InsteadOf(Fault? fault) =>
        fault?.Kind switch
        {
            FaultKind.TooManyRequests => Response.Of(
                fault.RetryAfter is { } seconds
                    ? Refusal.TooManyRequests(seconds)
                    : new Refusal(StatusCodes.Status429TooManyRequests, "Too Many Requests")
            ),
            FaultKind.ServerError => Response.Of(
                new Refusal(StatusCodes.Status500InternalServerError, "Internal Server Error: restart")
            ),
            FaultKind.Unauthorized => Response.Of(new Refusal(StatusCodes.Status401Unauthorized, "Unauthorized")),
            FaultKind.CutBefore => Response.Cut,
            FaultKind.BadGateway => Response.BadGateway,
            _ => null,
        };
}
