using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>One call of a bot on its way through the look-alike.</summary>
internal sealed class BotCall(TelegramWorld world, BotAccount bot, string method, Parameters parameters)
{
    private readonly Dictionary<Upload, StoredFile> _stored = new(ReferenceEqualityComparer.Instance);

    public TelegramWorld World { get; } = world;

    public BotAccount Bot { get; } = bot;

    public string Method { get; } = method;

    public Parameters Parameters { get; } = parameters;

    /// <summary>How long a flood wait held it back.</summary>
    public TimeSpan Delayed { get; set; }

    /// <summary>What the call log shows of it.</summary>
    public string Note { get; set; } = Short(parameters);

    /// <summary>The chat, by number or username; null when none was named.</summary>
    public long? ChatId => Access.ChatId(World.View, Parameters.Text("chat_id"));

    /// <summary>The message named; null when none was.</summary>
    public int? MessageId =>
        int.TryParse(Parameters.Text("message_id"), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>An upload is stored once, however often the call is gone through.</summary>
    public StoredFile Kept(Upload upload, Func<StoredFile> store) =>
        _stored.TryGetValue(upload, out var file) ? file : _stored[upload] = store();

    private static string Short(Parameters parameters)
    {
        var text = parameters.Text("text") is { Length: > 0 } said ? said : parameters.Text("caption");
        return text.Length <= 200 ? text : text[..200];
    }
}
