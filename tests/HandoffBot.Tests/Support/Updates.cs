using HandoffBot.Chat;
using HandoffBot.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Support;

/// <summary>Updates by hand, each with a number of its own.</summary>
internal sealed class Updates(TestBot bot)
{
    public const long BotId = 424242;

    private long last;

    public IUpdateSink Router => bot.Services.GetRequiredService<IUpdateSink>();

    public ButtonPressed Press(long person, string verb, long about, long chat = -1001) =>
        new($"press{++last}", 500, CallbackData.Read(CallbackData.Write(new ButtonPress(verb, about))))
        {
            Key = new UpdateKey(BotId, last),
            Place = new Place(
                new ChatAddress(chat),
                chat > 0 ? PlaceKind.Private : PlaceKind.Supergroup,
                chat > 0 ? "" : "Group"
            ),
            From = new Sender(person, $"Person {person}", null, "en"),
        };

    public async Task<T> HandleAsync<T>(T update)
        where T : Incoming
    {
        await Router.HandleAsync(update, "{}", CancellationToken.None);
        return update;
    }
}
