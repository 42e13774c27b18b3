using HandoffBot.Resources;
using Microsoft.AspNetCore.Http.Features;

namespace HandoffBot.Features.Intake;

/// <summary>A visitor sends a site's form: <c>POST /f/{form key}</c>. Public, and trusted with little.</summary>
internal sealed class PostForm(Doors doors, IntakeDesk desk, IntakeLimits limits, TimeProvider clock)
{
    private static readonly FormOptions Small = new()
    {
        ValueCountLimit = 100,
        KeyLengthLimit = 256,
        ValueLengthLimit = HttpBody.Most,
        MultipartBodyLengthLimit = HttpBody.Most,
    };

    public async Task<IResult> HandleAsync(HttpContext http, string formKey)
    {
        var knock = await doors.ByFormKeyAsync(formKey, http.Connection.RemoteIpAddress, http.RequestAborted);
        if (knock is Knock.Opened { Door: var door })
        {
            return await ReceiveAsync(http, door);
        }

        var words = WordingOf.Stranger(http.Request.Headers.AcceptLanguage);
        return knock is Knock.TooOften
            ? FormPage.Busy(http, words, StatusCodes.Status429TooManyRequests)
            : FormPage.Unknown(words);
    }

    private async Task<IResult> ReceiveAsync(HttpContext http, Door door)
    {
        var words = door.Team.Words();
        var origin = FormOrigin.Of(http.Request);
        if (FormOrigin.IsForeign(origin, door.Source.Origins))
        {
            return FormPage.Foreign(words);
        }

        var (form, refused) = await ReadAsync(http);
        return form is null ? FormPage.Unread(words, refused) : await TakeAsync(http, door, form, origin);
    }

    private static async Task<(IFormCollection? Form, int Refused)> ReadAsync(HttpContext http)
    {
        HttpBody.Bound(http);
        if (!http.Request.HasFormContentType || HttpBody.IsPacked(http.Request))
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return (await http.Request.ReadFormAsync(Small, http.RequestAborted), StatusCodes.Status200OK);
        }
        catch (BadHttpRequestException ex) when (!http.RequestAborted.IsCancellationRequested)
        {
            return (null, ex.StatusCode);
        }
        catch (Exception ex)
            when (ex is InvalidDataException or IOException && !http.RequestAborted.IsCancellationRequested)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }

    private async Task<IResult> TakeAsync(HttpContext http, Door door, IFormCollection form, string? origin)
    {
        var words = door.Team.Words();
        var post = FormLeadPost.Read(form, origin);
        var errors = new FieldErrors();
        if (InquiryReader.Read(post, door.Team.Locale.Country, clock.GetUtcNow(), errors) is not { } asked)
        {
            return FormPage.Wrong(words, post);
        }

        var isMachine = form[FormLeadPost.Honeypot].ToString().Length > 0;
        var isFlood = limits.IsFlooded(door.Source.Id, http.Connection.RemoteIpAddress);
        if (await desk.TakeAsync(door, asked with { IsSuspect = isMachine || isFlood }) is null)
        {
            return FormPage.Busy(http, words, StatusCodes.Status503ServiceUnavailable);
        }

        return FormPage.Thanks(words, door.Source.ThanksUrl);
    }
}
