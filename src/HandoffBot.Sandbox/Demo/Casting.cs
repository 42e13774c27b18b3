using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Demo;

/// <summary>Fills a new world with the bot, the people and their two chats.</summary>
internal static class Casting
{
    private const string Token = "424247:sandbox-token-that-opens-nothing-else";

    /// <param name="isSetUp">The bot is in the chats already and people have pressed Start, all but one.</param>
    public static Cast Into(TelegramWorld world, DemoTexts texts, bool isSetUp)
    {
        var bot = world.AddBot(Token, "HandoffBot", "handoff_sandbox_bot");
        Person Add(string key, string username) =>
            world.AddPerson(
                texts.People[key].Name,
                username: username,
                languageCode: texts.Language == Domain.Team.Language.Russian ? "ru" : "en"
            );
        var (ivan, anna, petr) = (Add("ivan", "ivan_daisy"), Add("anna", "anna_daisy"), Add("petr", "petr_daisy"));
        var (olga, maria) = (Add("olga", "olga_daisy"), Add("maria", "maria_daisy"));
        var sales = world.AddSupergroup(texts.SalesChat, olga.Id, [ivan.Id, anna.Id, petr.Id]);
        var channel = world.AddChannel(texts.Channel, olga.Id, [maria.Id, ivan.Id, anna.Id]);
        world.ChangeRights(maria.Id, channel.Id, olga.Id, AdminRights.PostMessages);
        if (isSetUp)
        {
            Admit(world, bot, sales, channel);
            Open(world, bot, [ivan, anna, olga, maria]);
        }

        return new Cast(texts, bot, sales.Id, channel.Id)
        {
            Ivan = ivan,
            Anna = anna,
            Petr = petr,
            Olga = olga,
            Maria = maria,
        };
    }

    private static void Admit(TelegramWorld world, BotAccount bot, params IEnumerable<ChatRoom> chats)
    {
        foreach (var chat in chats)
        {
            world.Change(draft =>
                draft.PutMember(chat.Id, new Member(bot.Id, MemberStatus.Administrator) { Rights = AdminRights.All })
            );
        }
    }

    /// <summary>Their private chats, as they look after an old Start whose messages were cleared.</summary>
    private static void Open(TelegramWorld world, BotAccount bot, IEnumerable<Person> people)
    {
        foreach (var person in people)
        {
            world.Change(new ChatRoom(person.Id, ChatKind.Private, person.FullName) { BotId = bot.Id, Started = true });
        }
    }
}
