using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>What a caller gets when a fault was ordered for its call.</summary>
internal static class FaultyAnswer
{
    private const string BadGatewayPage =
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
        + "<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";

    /// <summary>The status written, 0 for a cut connection; null when the call is to be carried out first.</summary>
    public static async Task<int?> WriteInsteadAsync(HttpContext http, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.TooManyRequests when fault.RetryAfter is { } seconds:
                throw Refusal.TooManyRequests(seconds);
            case FaultKind.TooManyRequests:
                throw new Refusal(429, "Too Many Requests");
            case FaultKind.ServerError:
                throw new Refusal(500, "Internal Server Error: restart");
            case FaultKind.Unauthorized:
                throw new Refusal(401, "Unauthorized");
            case FaultKind.CutBefore:
                http.Abort();
                return 0;
            case FaultKind.BadGateway:
                http.Response.StatusCode = StatusCodes.Status502BadGateway;
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync(BadGatewayPage, http.RequestAborted);
                return StatusCodes.Status502BadGateway;
            default:
                return null;
        }
    }
}
