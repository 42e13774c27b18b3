using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace HandoffBot.Sandbox.Demo;

/// <summary>The company's site as the bot sees it: a browser that posts the form, and a program that posts leads.</summary>
internal sealed partial class SiteDoor : IDisposable
{
    private const int LongestAnswer = 300;

    private readonly Cast _cast;
    private readonly string _botUrl;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public SiteDoor(Cast cast, string botUrl) => (_cast, _botUrl) = (cast, botUrl);

    /// <summary>Sends the form as a browser does.</summary>
    /// <returns>Null when it was taken, else what the visitor is shown.</returns>
    public async Task<string?> SendFormAsync(SiteForm form, string formKey, CancellationToken cancellationToken)
    {
        using var fields = new FormUrlEncodedContent(FieldsOf(form));
        using var post = new HttpRequestMessage(HttpMethod.Post, $"{_botUrl}/f/{formKey}") { Content = fields };
        post.Headers.Add("Origin", _cast.Texts.Site);
        using var answer = await _http.SendAsync(post, cancellationToken);
        if (answer.StatusCode is HttpStatusCode.SeeOther || answer.IsSuccessStatusCode)
        {
            return null;
        }

        var page = await answer.Content.ReadAsStringAsync(cancellationToken);
        var text = WebUtility.HtmlDecode(Space().Replace(Tag().Replace(page, " "), " ")).Trim();
        var shown = text.Length > LongestAnswer ? text[..LongestAnswer] : text;
        return shown.Length > 0 ? shown : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Sends a lead as an ads platform's program does.</summary>
    public async Task SendLeadAsync(SiteForm form, CancellationToken cancellationToken)
    {
        using var post = new HttpRequestMessage(HttpMethod.Post, $"{_botUrl}/api/leads")
        {
            Content = JsonContent.Create(
                new
                {
                    form.Name,
                    form.Phone,
                    form.Message,
                    form.Product,
                    form.City,
                    Campaign = form.Campaign.Length > 0 ? form.Campaign : null,
                }
            ),
        };
        post.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Cast.SourceKey);
        using var answer = await _http.SendAsync(post, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();

    private static Dictionary<string, string> FieldsOf(SiteForm form) =>
        new()
        {
            ["name"] = form.Name,
            ["phone"] = form.Phone,
            ["message"] = form.Message,
            ["product"] = form.Product,
            ["city"] = form.City,
            ["utm_campaign"] = form.Campaign,
        };

    [GeneratedRegex("<style.*?</style>|<title.*?</title>|<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
