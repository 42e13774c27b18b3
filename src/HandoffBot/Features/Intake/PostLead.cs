using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using AuthenticationHeaderValue = System.Net.Http.Headers.AuthenticationHeaderValue;

namespace HandoffBot.Features.Intake;

/// <summary>A program sends a lead: <c>POST /api/leads</c>.</summary>
internal sealed class PostLead(Doors doors, IntakeDesk desk, TimeProvider clock)
{
    public async Task<IResult> HandleAsync(HttpContext http) =>
        await doors.ByKeyAsync(KeyOf(http.Request), http.Connection.RemoteIpAddress, http.RequestAborted) switch
        {
            Knock.Opened { Door: var door } => await ReceiveAsync(http, door),
            Knock.TooOften { IsStranger: true, Wait: var wait } => IntakeProblem.TooManyTries(http, wait),
            Knock.TooOften { Wait: var wait } => IntakeProblem.TooMany(http, wait),
            _ => IntakeProblem.NoKey(http),
        };

    private async Task<IResult> ReceiveAsync(HttpContext http, Door door)
    {
        if (!IsJson(http.Request.ContentType) || HttpBody.IsPacked(http.Request))
        {
            return IntakeProblem.NotJson();
        }

        try
        {
            var body = await HttpBody.ReadAsync(http);
            return PostSignature.IsGood(http.Request.Headers, body, door.Source, clock.GetUtcNow())
                ? await TakeAsync(http, door, body)
                : IntakeProblem.NotSigned(http);
        }
        catch (BadHttpRequestException ex)
        {
            return IntakeProblem.Unread(ex);
        }
    }

    private async Task<IResult> TakeAsync(HttpContext http, Door door, byte[] body)
    {
        var errors = new FieldErrors();
        if (JsonLeadPost.Read(body, errors) is not { } post)
        {
            return IntakeProblem.NoObject();
        }

        var headerKey = http.Request.Headers["Idempotency-Key"].ToString();
        var asked = InquiryReader.Read(post, door.Team.Locale.Country, clock.GetUtcNow(), errors, headerKey);
        if (asked is null)
        {
            return IntakeProblem.WrongFields(errors);
        }

        var received = await desk.TakeAsync(door, asked);
        return received is null ? IntakeProblem.Busy(http) : Answer(received);
    }

    private static IResult Answer(ReceivedLead received) =>
        received switch
        {
            ReceivedLead.Duplicate => TypedResults.Ok(new LeadTaken(received.Lead.ToString()) { Duplicate = true }),
            ReceivedLead.Joined => Accepted(new LeadTaken(received.Lead.ToString()) { RepeatInquiry = true }),
            _ => Accepted(new LeadTaken(received.Lead.ToString())),
        };

    private static JsonHttpResult<LeadTaken> Accepted(LeadTaken taken) =>
        TypedResults.Json(taken, statusCode: StatusCodes.Status202Accepted);

    private static string KeyOf(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers[HeaderNames.Authorization], out var given)
        && given.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? given.Parameter ?? ""
            : "";

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MatchesMediaType("application/json") || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (
            !type.Charset.HasValue
            || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        );
}
