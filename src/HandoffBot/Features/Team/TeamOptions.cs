using HandoffBot.Domain.Team;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Team;

/// <summary>What is proposed to a new team; each is asked once when the sales chat is set up.</summary>
internal sealed class TeamOptions
{
    public const string Section = "Team";

    public Language Language { get; init; } = Language.Russian;

    /// <summary>IANA name, such as <c>Europe/Moscow</c>.</summary>
    public string Zone { get; init; } = "Europe/Moscow";

    /// <summary>ISO 3166, two letters: how phone numbers without a country are read.</summary>
    public string Country { get; init; } = "RU";

    /// <summary>ISO 4217, three letters.</summary>
    public string Currency { get; init; } = "RUB";

    public Locale Locale => new(Language, Zone, Country, Currency);

    internal sealed class Validator : IValidateOptions<TeamOptions>
    {
        public ValidateOptionsResult Validate(string? name, TeamOptions options)
        {
            string?[] wrong =
            [
                LocaleRules.IsZone(options.Zone)
                    ? null
                    : $"Team:Zone must be an IANA zone such as Europe/Moscow, was '{options.Zone}'.",
                LocaleRules.IsCountry(options.Country)
                    ? null
                    : $"Team:Country must be two capital letters such as RU, was '{options.Country}'.",
                Domain.Team.Currency.ByCode(options.Currency) is not null
                    ? null
                    : $"Team:Currency must be a known ISO code such as RUB, was '{options.Currency}'.",
            ];
            var said = wrong.OfType<string>().ToList();
            return said.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(said);
        }
    }
}
