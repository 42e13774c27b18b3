using HandoffBot.Chat;
using HandoffBot.Features.Team;
using HandoffBot.Outbox;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Team;

/// <summary>People and chats around a bot under test: what they do goes through the real update path, what is said is read from the outbox.</summary>
internal sealed class Town(TestBot bot)
{
    public const long Admin = 1;
    public const long Stranger = 666;

    private int updates;

    public static Place Private(long person) => new(ChatAddress.Private(person), PlaceKind.Private, "");

    public static Place Group(long id, int thread = 0, string title = "Windows", bool isPublic = false) =>
        new(new ChatAddress(id, thread), PlaceKind.Supergroup, title, isPublic);

    public static Place Channel(long id) => new(new ChatAddress(id), PlaceKind.Channel, "Marketing");

    public static BotRights Full { get; } = new(true, true, true, true, true);

    public static BotRights Plain { get; } = new(true, false, true, false, false);

    public static BotRights None { get; } = new(false, false, false, false, false);

    public async Task<string> CodeAsync() =>
        bot.Services.GetRequiredService<SetupCode>().Of(await bot.ReadAsync(db => db.Installations.SingleAsync()));

    public async Task BecomeAdminAsync(long person = Admin) =>
        await CommandAsync(person, Private(person), "start", await CodeAsync());

    public Task CommandAsync(long? person, Place place, string name, string argument = "") =>
        ActAsync(
            new CommandGiven(name, argument, 1, null)
            {
                Key = NextKey(),
                Place = place,
                From = SenderOf(person),
            }
        );

    public Task WriteAsync(long? person, Place place, string text) =>
        ActAsync(
            new TextWritten(text, 1, null, false, null)
            {
                Key = NextKey(),
                Place = place,
                From = SenderOf(person),
            }
        );

    public async Task<string> PressAsync(long person, Place place, ButtonPress press)
    {
        var pressed = new ButtonPressed("p", 1, press)
        {
            Key = NextKey(),
            Place = place,
            From = SenderOf(person),
        };
        return (await ActAsync(pressed))?.Text ?? "";
    }

    /// <summary>Presses the button of that label in the newest message the person got in private.</summary>
    public async Task<string> PressAsync(long person, string label)
    {
        var newest = (await SaidToAsync(person)).SelectMany(m => m.Keyboard).SelectMany(r => r).OfType<PressButton>();
        return await PressAsync(person, Private(person), newest.Last(b => b.Label == label).Press);
    }

    public Task PlaceBotAsync(long? by, Place place, BotRights rights, bool wasMember = false) =>
        ActAsync(
            new BotPlaced(rights, wasMember)
            {
                Key = NextKey(),
                Place = place,
                From = SenderOf(by),
            }
        );

    /// <summary>A press of an earlier number that is handled only now.</summary>
    public Task PressLateAsync(long person, Place place, UpdateKey key) =>
        ActAsync(
            new ButtonPressed("p", 1, new ButtonPress(LeadVerbs.Take, 1))
            {
                Key = key,
                Place = place,
                From = SenderOf(person),
            }
        );

    public Task LeaveAsync(long person, Place place) =>
        ActAsync(
            new MemberChanged(SenderOf(person)!, false)
            {
                Key = NextKey(),
                Place = place,
                From = SenderOf(person),
            }
        );

    public Task ActAsync(ChatUpgraded upgraded) => ActAsync((Incoming)upgraded);

    public UpdateKey NextKey() => new(424242, ++updates);

    /// <summary>What waits to be said to a chat, rendered as of now, oldest first.</summary>
    public Task<List<ChatMessage>> SaidToAsync(long chat) =>
        bot.CommitAsync(async scope =>
        {
            var rows = await scope.Db.Outbox.Where(o => o.ChatId == chat).OrderBy(o => o.Seq).ToListAsync();
            var said = new List<ChatMessage>();
            foreach (var row in rows.Where(r => r.State is OutboxState.Pending))
            {
                var delivery = scope.Services.GetRequiredKeyedService<IDelivery>(row.Delivery);
                if (await delivery.RenderAsync(row, CancellationToken.None) is Speech.Say say)
                {
                    said.Add(say.Message);
                }
            }

            return said;
        });

    public async Task<string> LastSaidToAsync(long chat) => (await SaidToAsync(chat))[^1].PlainText;

    public Task<bool> LeavesAsync(long chat) =>
        bot.ReadAsync(db => db.Outbox.AnyAsync(o => o.ChatId == chat && o.Delivery == nameof(LeaveChat)));

    private static Sender? SenderOf(long? person) => person is { } id ? new Sender(id, $"P{id}", null, "ru") : null;

    private Task<PressAnswer?> ActAsync(Incoming update) =>
        bot.CommitAsync(async scope =>
        {
            await scope.Get<Arrivals>().NoteAsync(update, CancellationToken.None);
            var answer = await scope.Get<Dispatch>().ToHandlerAsync(update, CancellationToken.None);
            await scope.Db.SaveChangesAsync();
            return answer;
        });
}
