using System.Net;
using Microsoft.Extensions.Options;

namespace HandoffBot.Http;

/// <summary>How the outside reaches the bot. What it listens on is the usual <c>Urls</c>, http://*:8080 unless set.</summary>
internal sealed class PublicOptions
{
    public const string Section = "Public";

    /// <summary>The address people and sites know, such as https://bot.example.com; empty: none yet.</summary>
    public string Url { get; init; } = "";

    /// <summary>Proxies whose X-Forwarded-For and -Proto count, as addresses or networks (10.0.0.0/8). None unless set.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>As networks; a single address is a network of one.</summary>
    public IEnumerable<IPNetwork> TrustedNetworks => TrustedProxies.Select(p => Network(p)!.Value);

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;

    internal sealed class Validator : IValidateOptions<PublicOptions>
    {
        public ValidateOptionsResult Validate(string? name, PublicOptions options)
        {
            var wrong = options
                .TrustedProxies.Where(p => Network(p) is null)
                .Select(p => $"Public:TrustedProxies must hold addresses or networks like 10.0.0.0/8, had \"{p}\".")
                .ToList();
            if (!string.IsNullOrEmpty(options.Url) && !IsAddress(options.Url))
            {
                wrong.Add($"Public:Url must look like https://bot.example.com, was \"{options.Url}\".");
            }

            return wrong.Count > 0 ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
        }

        private static bool IsAddress(string text) =>
            Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Query: "" };
    }
}
