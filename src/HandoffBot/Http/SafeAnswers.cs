using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace HandoffBot.Http;

/// <summary>What every answer tells browsers: nothing here is to be framed, guessed at, kept, or told to others.</summary>
internal static class SafeAnswers
{
    /// <summary>The pages are plain text: no script, no style, no form, no frame.</summary>
    private const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Before anything else, so that no answer is made without it, that of an error neither.</summary>
    public static void UseSafeAnswers(this WebApplication app)
    {
        app.Use(
            (http, next) =>
            {
                http.Response.OnStarting(Mark, http.Response.Headers);
                return next(http);
            }
        );
        app.UseExceptionHandler(broken => broken.Run(http => Broken().ExecuteAsync(http)));
    }

    private static Task Mark(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = CacheControlHeaderValue.NoStoreString;
        return Task.CompletedTask;
    }

    private static ProblemHttpResult Broken() =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status500InternalServerError,
            title: "Something is wrong here.",
            detail: "It was written down for whoever runs this. Send the same again later."
        );
}
