using HandoffBot.Sandbox.World;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Update = Telegram.Bot.Types.Update;

namespace HandoffBot.Tests.Sandbox;

/// <summary>Every kind of update must be one the real client can read.</summary>
public sealed class RealClientUpdatesTests : StageTest
{
    private TelegramBotClient Client => Stage.Client();

    [Fact]
    public async Task Bot_hears_that_it_was_added_promoted_and_removed()
    {
        var group = World.AddGroup("New", Anna.Id);
        World.AddBotTo(group.Id, Anna.Id, startPayload: "code");
        World.ChangeBotRights(group.Id, Anna.Id, AdminRights.PinMessages);
        World.RestrictBot(group.Id, Anna.Id, Permissions.Text);
        World.RemoveBotFrom(group.Id, Anna.Id);

        var updates = await Client.GetUpdates();

        var changes = updates.Select(update => update.MyChatMember).OfType<ChatMemberUpdated>().ToList();
        Assert.Equal(
            [
                ChatMemberStatus.Member,
                ChatMemberStatus.Administrator,
                ChatMemberStatus.Restricted,
                ChatMemberStatus.Kicked,
            ],
            changes.Select(change => change.NewChatMember.Status)
        );
        var promoted = Assert.IsType<ChatMemberAdministrator>(changes[1].NewChatMember);
        Assert.Equal((true, false), (promoted.CanPinMessages, promoted.CanDeleteMessages));
        Assert.True(Assert.IsType<ChatMemberRestricted>(changes[2].NewChatMember).CanSendMessages);
        Assert.Contains(updates, update => update.Message?.NewChatMembers?[0].Id == Stage.Bot.Id);
        Assert.Contains(updates, update => update.Message?.Text == "/start@handoff_test_bot code");
    }

    [Fact]
    public async Task Bot_hears_of_blocking_and_unblocking()
    {
        World.Block(Boris.Id);
        World.Unblock(Boris.Id);

        var updates = await Client.GetUpdates();

        Assert.Equal(
            [ChatMemberStatus.Kicked, ChatMemberStatus.Member],
            updates.Select(update => update.MyChatMember!.NewChatMember.Status)
        );
    }

    [Fact]
    public async Task Members_coming_and_going_are_told_to_those_who_ask()
    {
        await Client.GetUpdates(allowedUpdates: [UpdateType.ChatMember]);
        World.Leave(Boris.Id, Group);

        var change = Assert.Single(await Client.GetUpdates(1)).ChatMember!;

        Assert.Equal((Boris.Id, ChatMemberStatus.Left), (change.NewChatMember.User.Id, change.NewChatMember.Status));
    }

    [Fact]
    public async Task Channel_post_has_no_author_but_the_channel()
    {
        World.Post(Anna.Id, Channel, "News", signature: "Анна");

        var post = Assert.Single(await Client.GetUpdates()).ChannelPost!;

        Assert.Equal(
            ("News", null, Channel, "Анна"),
            (post.Text, post.From, post.SenderChat!.Id, post.AuthorSignature)
        );
    }

    [Fact]
    public async Task Migration_is_told_in_both_chats()
    {
        var old = World.AddGroup("Basic", Anna.Id);
        World.AddBotTo(old.Id, Anna.Id);
        World.QueueOf(Stage.Bot.Id).Clear();
        var moved = World.Upgrade(old.Id, Anna.Id);

        var updates = await Client.GetUpdates();
        var refusal = await Assert.ThrowsAsync<ApiRequestException>(() => Client.SendMessage(old.Id, "x"));

        Assert.Equal([(old.Id, moved.Id, null), (moved.Id, null, old.Id)], updates.Select(Moved));
        Assert.Equal(moved.Id, refusal.Parameters!.MigrateToChatId);
    }

    [Fact]
    public async Task Anonymous_administrator_writes_as_the_group_but_presses_as_a_person()
    {
        var card = await Card();
        World.SayAnonymously(Group, "hello");
        World.Press(Anna.Id, Group, card, "Take");

        var updates = await Client.GetUpdates();

        Assert.Equal((1087968824, Group), (updates[0].Message!.From!.Id, updates[0].Message!.SenderChat!.Id));
        Assert.Equal(Anna.Id, updates[1].CallbackQuery!.From.Id);
    }

    [Fact]
    public async Task Press_on_a_deleted_message_comes_with_an_inaccessible_one()
    {
        var card = await Card();
        World.Delete(Group, card);
        World.PressData(Boris.Id, Group, card, "forged");

        var query = Assert.Single(await Client.GetUpdates()).CallbackQuery!;

        Assert.Equal((card, default), (query.Message!.Id, query.Message.Date));
        Assert.Equal("forged", query.Data);
    }

    [Fact]
    public async Task Edited_message_photo_and_contact_are_read()
    {
        var said = World.Say(Boris.Id, Boris.Id, "one");
        World.EditOwn(Boris.Id, said.Id, "two");
        World.SendPhoto(Boris.Id, Boris.Id, TestImages.Png(8, 6), "chart");
        World.ShareContact(Boris.Id, "+79121234567");

        var updates = await Client.GetUpdates();

        Assert.Equal("two", updates[1].EditedMessage!.Text);
        Assert.Equal(("chart", 1), (updates[2].Message!.Caption, updates[2].Message!.Photo!.Length));
        Assert.Equal("+79121234567", updates[3].Message!.Contact!.PhoneNumber);
    }

    private static (long Chat, long? To, long? From) Moved(Update update) =>
        (update.Message!.Chat.Id, update.Message.MigrateToChatId, update.Message.MigrateFromChatId);
}
