using System.Text.Json.Nodes;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>The result of a method; webhook methods add a sentence.</summary>
internal sealed record Answer(JsonNode Result, string? Description = null)
{
    public static Answer True => new(JsonValue.Create(true));
}
