using System.Net.Mime;
using System.Text;
using System.Text.Encodings.Web;
using HandoffBot.Domain.Team;
using HandoffBot.Resources;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HandoffBot.Features.Intake;

/// <summary>The small pages a visitor sees after a form, where the source has none of its own.</summary>
internal static class FormPage
{
    public static IResult Thanks(Wording words, string? thanksUrl) =>
        IsWeb(thanksUrl)
            ? new SeeOther(thanksUrl!)
            : Of(words, StatusCodes.Status200OK, "Intake.FormThanks", "Intake.FormThanksNext");

    /// <summary>Names the field that leaves nobody to answer.</summary>
    public static IResult Wrong(Wording words, LeadPost post)
    {
        var why = (string.IsNullOrWhiteSpace(post.Phone), string.IsNullOrWhiteSpace(post.Email)) switch
        {
            (false, _) => "Intake.FormPhone",
            (_, false) => "Intake.FormEmail",
            _ => "Intake.FormNoContact",
        };
        return Of(words, StatusCodes.Status400BadRequest, why, "Intake.FormBack");
    }

    public static IResult Unread(Wording words, int status) =>
        Of(words, status, "Intake.FormUnread", "Intake.FormBack");

    public static IResult Foreign(Wording words) =>
        Of(words, StatusCodes.Status403Forbidden, "Intake.FormForeign", "Intake.FormForeignNext");

    public static IResult Unknown(Wording words) =>
        Of(words, StatusCodes.Status404NotFound, "Intake.FormUnknown", "Intake.FormUnknownNext");

    /// <summary>Somebody opened the address a form posts to.</summary>
    public static IResult OnlyPost(HttpContext http)
    {
        http.Response.Headers.Allow = HttpMethods.Post;
        var words = WordingOf.Stranger(http.Request.Headers.AcceptLanguage);
        return Of(words, StatusCodes.Status405MethodNotAllowed, "Intake.FormOnlyPost", "Intake.FormOnlyPostNext");
    }

    public static IResult Busy(HttpContext http, Wording words, int status)
    {
        // As the page says: in a minute.
        http.Response.Headers.RetryAfter = "60";
        return Of(words, status, "Intake.FormBusy", "Intake.FormBusyNext");
    }

    private static bool IsWeb(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static ContentHttpResult Of(Wording words, int status, string title, string next)
    {
        var language = words.Language is Language.Russian ? "ru" : "en";
        var page = $"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{HtmlEncoder.Default.Encode(words[title])}</title>
            </head>
            <body>
            <h1>{HtmlEncoder.Default.Encode(words[title])}</h1>
            <p>{HtmlEncoder.Default.Encode(words[next])}</p>
            </body>
            </html>
            """;
        return TypedResults.Content(page, MediaTypeNames.Text.Html, Encoding.UTF8, status);
    }

    /// <summary>303: the browser fetches the next page, and a reload does not post again.</summary>
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
