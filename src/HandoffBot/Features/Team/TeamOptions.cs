using HandoffBot.Domain.Team;
using HandoffBot.Resources;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Team;

/// <summary>What is proposed to a new team; each is asked once when the sales chat is set up. What is not set fits the language.</summary>
internal sealed class TeamOptions
{
    public const string Section = "Team";

    private static readonly Locale InRussian = new(Domain.Team.Language.Russian, "Europe/Moscow", "RU", "RUB");
    private static readonly Locale InEnglish = new(Domain.Team.Language.English, "Europe/London", "GB", "GBP");

    /// <summary>Unless set, that of the app of whoever sets the team up.</summary>
    public Language? Language { get; init; }

    /// <summary>IANA name, such as <c>Europe/Moscow</c>.</summary>
    public string? Zone { get; init; }

    /// <summary>ISO 3166, two letters: how phone numbers without a country are read.</summary>
    public string? Country { get; init; }

    /// <summary>ISO 4217, three letters.</summary>
    public string? Currency { get; init; }

    /// <param name="languageCode">Of the reader's app or machine, such as <c>ru</c> or <c>en-GB</c>.</param>
    public Locale LocaleFor(string? languageCode)
    {
        var language = Language ?? WordingOf.Stranger(languageCode).Language;
        var usual = language is Domain.Team.Language.Russian ? InRussian : InEnglish;
        return new(language, Zone ?? usual.ZoneId, Country ?? usual.Country, Currency ?? usual.Currency);
    }

    internal sealed class Validator : IValidateOptions<TeamOptions>
    {
        public ValidateOptionsResult Validate(string? name, TeamOptions options)
        {
            string?[] wrong =
            [
                options.Zone is null || LocaleRules.IsZone(options.Zone)
                    ? null
                    : $"Team:Zone must be an IANA zone such as Europe/Moscow, was '{options.Zone}'.",
                options.Country is null || LocaleRules.IsCountry(options.Country)
                    ? null
                    : $"Team:Country must be two capital letters such as RU, was '{options.Country}'.",
                options.Currency is null || Domain.Team.Currency.ByCode(options.Currency) is not null
                    ? null
                    : $"Team:Currency must be a known ISO code such as RUB, was '{options.Currency}'.",
            ];
            var said = wrong.OfType<string>().ToList();
            return said.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(said);
        }
    }
}
