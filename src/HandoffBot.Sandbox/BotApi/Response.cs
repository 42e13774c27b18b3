namespace HandoffBot.Sandbox.BotApi;

/// <summary>What goes back over the wire; status 0 is a broken connection.</summary>
internal sealed record Response(int Status, Func<HttpContext, Task> WriteAsync)
{
    private const string BadGatewayPage =
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n"
        + "<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";

    public static Response Cut { get; } = new(0, Abort);

    public static Response BadGateway { get; } = new(StatusCodes.Status502BadGateway, WriteBadGateway);

    public static Response Of(Answer answer) => new(StatusCodes.Status200OK, http => Envelope.WriteAsync(http, answer));

    public static Response Of(Refusal refusal) => new(refusal.Status, http => Envelope.WriteAsync(http, refusal));

    private static Task Abort(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static Task WriteBadGateway(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status502BadGateway;
        http.Response.ContentType = "text/html";
        return http.Response.WriteAsync(BadGatewayPage, http.RequestAborted);
    }
}
