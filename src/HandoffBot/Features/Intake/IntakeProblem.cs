using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace HandoffBot.Features.Intake;

/// <summary>The refusals of <c>POST /api/leads</c>, as RFC 9457 has them.</summary>
internal static class IntakeProblem
{
    private static readonly TimeSpan BusyFor = TimeSpan.FromSeconds(2);

    public static IResult NoKey(HttpContext http)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Of(
            StatusCodes.Status401Unauthorized,
            "This key opens no source.",
            "Send \"Authorization: Bearer <key>\" with a key that /source shows."
        );
    }

    /// <summary>The same words for a signature that is missing, old or wrong: who guesses learns nothing from them.</summary>
    public static IResult NotSigned(HttpContext http)
    {
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Of(
            StatusCodes.Status401Unauthorized,
            "This post is not signed as its source asks.",
            $"Send {PostSignature.TimeHeader} with the Unix time in seconds, at most "
                + $"{PostSignature.MayDiffer.TotalSeconds} s off, and {PostSignature.Header} with the HMAC-SHA256 of "
                + "\"<time>.<body>\" under the signing secret, in hex."
        );
    }

    public static IResult TooMany(HttpContext http, TimeSpan wait)
    {
        ComeBack(http, wait);
        return Of(
            StatusCodes.Status429TooManyRequests,
            "Too many leads at once.",
            "Wait as long as Retry-After says, then send the same again."
        );
    }

    public static IResult TooManyTries(HttpContext http, TimeSpan wait)
    {
        ComeBack(http, wait);
        return Of(
            StatusCodes.Status429TooManyRequests,
            "Too many tries with keys that open no source.",
            "Wait as long as Retry-After says, then send a key that /source shows."
        );
    }

    public static IResult OnlyPost(HttpContext http)
    {
        http.Response.Headers.Allow = HttpMethods.Post;
        return Of(
            StatusCodes.Status405MethodNotAllowed,
            "Leads are posted here.",
            "Send POST with the key of a source and a JSON body."
        );
    }

    public static IResult NotJson() =>
        Of(
            StatusCodes.Status415UnsupportedMediaType,
            "A lead is sent as JSON.",
            "Send \"Content-Type: application/json\" with a body in UTF-8, not packed."
        );

    public static IResult Unread(BadHttpRequestException why) =>
        why.StatusCode is StatusCodes.Status413PayloadTooLarge
            ? Of(
                why.StatusCode,
                "The body is too long.",
                $"A lead has at most {HttpBody.Most / 1024} KiB; leave out what nobody will read."
            )
            : Of(why.StatusCode, "The body did not arrive whole.", "Send it again.");

    public static IResult NoObject() =>
        Of(
            StatusCodes.Status400BadRequest,
            "The body is no JSON object, or one nested more than 16 deep.",
            "Send one object in UTF-8, such as {\"name\": \"Anna\", \"phone\": \"+79123451234\"}."
        );

    public static IResult WrongFields(FieldErrors errors) =>
        TypedResults.ValidationProblem(errors.Found.ToDictionary(), title: "Some fields are wrong.");

    public static IResult Busy(HttpContext http)
    {
        ComeBack(http, BusyFor);
        return Of(
            StatusCodes.Status503ServiceUnavailable,
            "Nothing can be taken right now.",
            "Nothing was stored. Wait as long as Retry-After says, then send the same again."
        );
    }

    private static void ComeBack(HttpContext http, TimeSpan wait) =>
        http.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(Math.Max(wait.TotalSeconds, 1))
            .ToString(CultureInfo.InvariantCulture);

    private static ProblemHttpResult Of(int status, string title, string detail) =>
        TypedResults.Problem(statusCode: status, title: title, detail: detail);
}
