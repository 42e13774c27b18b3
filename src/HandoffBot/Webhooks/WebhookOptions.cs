using HandoffBot.Domain.Webhooks;
using HandoffBot.Settings;
using Microsoft.Extensions.Options;

namespace HandoffBot.Webhooks;

/// <summary>Where events may be sent to.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Whether an address may lead into a private network or to this machine; link-local addresses, with the metadata of clouds, never are called.</summary>
    public bool AllowPrivateNetwork { get; init; }

    /// <summary>Whether an address may go without TLS. Contacts of customers are sent: only within a network of your own.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>How long an answer is waited for, connecting included, 1 to 30 seconds; Standard Webhooks says 15 to 30.</summary>
    [Between("Webhooks:Timeout", "00:00:01", "00:00:30")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    public WebhookRules Rules => new(AllowPrivateNetwork, AllowHttp);
}

[OptionsValidator]
internal sealed partial class WebhookOptionsValidator : IValidateOptions<WebhookOptions>;
