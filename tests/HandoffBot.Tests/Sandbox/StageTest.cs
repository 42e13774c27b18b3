using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

/// <summary>A test on a stage of its own.</summary>
public abstract class StageTest : IAsyncLifetime
{
    private protected Stage Stage { get; private set; } = null!;

    private protected TelegramWorld World => Stage.World;

    private protected long Group => Stage.Group.Id;

    private protected long Channel => Stage.Channel.Id;

    private protected Person Anna => Stage.Anna;

    private protected Person Boris => Stage.Boris;

    public async ValueTask InitializeAsync() => Stage = await Stage.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Stage.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<Reply> Send(long chatId, string text = "Hi", params (string Name, object Value)[] more) =>
        Stage.CallAsync("sendMessage", [("chat_id", chatId), ("text", text), .. more]);

    /// <summary>A message of the bot in the group, with one button.</summary>
    private protected async Task<int> Card() =>
        (await Send(Group, "Card", ("reply_markup", Keyboard("Take", "take")))).MessageId;

    private protected static string Keyboard(string text, string data) =>
        $$"""{"inline_keyboard":[[{"text":"{{text}}","callback_data":"{{data}}"}]]}""";
}
