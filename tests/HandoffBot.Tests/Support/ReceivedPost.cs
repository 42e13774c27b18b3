using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HandoffBot.Tests.Support;

/// <summary>What came to a <see cref="Receiver"/>.</summary>
internal sealed record ReceivedPost(string Id, string Time, string Signature, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>When it was sent, by the sender's clock.</summary>
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Time, CultureInfo.InvariantCulture));

    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Lead => Json.GetProperty("data").GetProperty("lead");

    /// <summary>The lead's number and the type, such as <c>L-1 lead.received</c>.</summary>
    public string Line => $"{Lead.GetProperty("number").GetString()} {Type}";

    /// <summary>Checked as docs/way-out.md says, without any of the bot's own code.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var signed = Encoding.UTF8.GetBytes($"{Id}.{Time}.{Text}");
        var mine = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
        return Signature.Split(' ').Contains(mine);
    }
}
