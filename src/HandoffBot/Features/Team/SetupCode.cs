using System.Security.Cryptography;
using System.Text;
using HandoffBot.Chat;
using HandoffBot.Domain.Team;

namespace HandoffBot.Features.Team;

/// <summary>The code that makes its first sender the admin: the same in every process, stored nowhere.</summary>
internal sealed class SetupCode(BotSecret secret)
{
    public string Of(Installation installation) =>
        secret.Sign(
            string.Create(CultureInfo.InvariantCulture, $"setup{installation.Key}{installation.SetupGeneration}")
        );

    public bool Opens(Installation installation, string given) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Of(installation)),
            Encoding.UTF8.GetBytes(given.Trim())
        );
}
