namespace HandoffBot.Http;

/// <summary>Marks a connection that came by the management address, and an endpoint that only such a connection sees.</summary>
internal sealed class ManagementVisit
{
    public static readonly ManagementVisit Mark = new();

    private ManagementVisit() { }

    /// <summary>Everything is at home at one side, and not there at the other.</summary>
    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        var came = http.Features.Get<ManagementVisit>() is not null;
        var meant = http.GetEndpoint()?.Metadata.GetMetadata<ManagementVisit>() is not null;
        if (came == meant)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
