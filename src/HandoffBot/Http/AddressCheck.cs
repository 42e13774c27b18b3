using HandoffBot.Checkup;
using Microsoft.Extensions.Options;

namespace HandoffBot.Http;

/// <summary>Whether the outside reaches the bot safely. Telegram delivers to https only.</summary>
internal sealed class AddressCheck(IOptions<PublicOptions> options, IConfiguration settings) : ICheck
{
    private bool ByWebhook => "Webhook".Equals(settings["Telegram:Updates"], StringComparison.OrdinalIgnoreCase);

    public IEnumerable<Finding> Examine()
    {
        var url = options.Value.Url;
        yield return url.Length switch
        {
            0 when ByWebhook => Finding.Wrong("Doctor.AddressNeeded"),
            0 => Finding.Well("Doctor.AddressNone"),
            _ when IsSafe(new Uri(url)) => Finding.Well("Doctor.AddressWell", url),
            _ => Finding.Wrong("Doctor.AddressPlain", url),
        };
    }

    /// <summary>Who only tries it out on one machine needs no certificate.</summary>
    private bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.IsLoopback && !ByWebhook);
}
