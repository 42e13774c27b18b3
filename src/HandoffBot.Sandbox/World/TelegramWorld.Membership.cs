namespace HandoffBot.Sandbox.World;

internal sealed partial class TelegramWorld
{
    public void Block(long personId) => Change(draft => SetBlocked(draft, PrivateChat(draft, personId, null), true));

    public void Unblock(long personId) => Change(draft => SetBlocked(draft, PrivateChat(draft, personId, null), false));

    /// <summary>The account is deleted: it has no name any more and can't be written to.</summary>
    public void Deactivate(long personId) =>
        Change(draft =>
            draft.Put(
                draft.View.Person(personId) with
                {
                    Deactivated = true,
                    FirstName = "",
                    LastName = null,
                    Username = null,
                }
            )
        );

    public void Join(long personId, long chatId) =>
        Change(draft =>
        {
            draft.ChangeMember(chatId, personId, new Member(personId, MemberStatus.Member));
            Note(draft, chatId, personId, new ServiceNote(ServiceKind.MembersJoined) { Users = [personId] });
        });

    public void Leave(long personId, long chatId) =>
        Change(draft =>
        {
            Note(draft, chatId, personId, new ServiceNote(ServiceKind.MemberLeft) { Users = [personId] });
            draft.ChangeMember(chatId, personId, new Member(personId, MemberStatus.Left));
        });

    /// <summary>Somebody adds the bot: as a member, or as an administrator when rights are given.</summary>
    /// <param name="startPayload">What <c>?startgroup=</c> carried: the bot gets <c>/start@bot payload</c>.</param>
    public void AddBotTo(long chatId, long byPersonId, AdminRights? rights = null, string? startPayload = null) =>
        Change(draft =>
        {
            var bot = draft.View.Bots.Values.MinBy(b => b.Id)!;
            draft.ChangeMember(chatId, byPersonId, AsMember(bot.Id, rights));
            Note(draft, chatId, byPersonId, new ServiceNote(ServiceKind.MembersJoined) { Users = [bot.Id] });
            if (startPayload is not null)
            {
                draft.Say(Draw(byPersonId, chatId, $"/start@{bot.Username} {startPayload}", null));
            }
        });

    /// <summary>Makes the bot an administrator with these rights, or an ordinary member again.</summary>
    public void ChangeBotRights(long chatId, long byPersonId, AdminRights? rights) =>
        Change(draft => draft.ChangeMember(chatId, byPersonId, AsMember(draft.View.Bots.Keys.Min(), rights)));

    /// <summary>Leaves the bot in the group with these permissions only.</summary>
    public void RestrictBot(long chatId, long byPersonId, Permissions permissions) =>
        Change(draft =>
            draft.ChangeMember(
                chatId,
                byPersonId,
                new Member(draft.View.Bots.Keys.Min(), MemberStatus.Restricted) { Permissions = permissions }
            )
        );

    /// <summary>Throws the bot out.</summary>
    public void RemoveBotFrom(long chatId, long byPersonId) =>
        Change(draft =>
        {
            var botId = draft.View.Bots.Keys.Min();
            draft.ChangeMember(chatId, byPersonId, new Member(botId, MemberStatus.Kicked));
            Note(draft, chatId, byPersonId, new ServiceNote(ServiceKind.MemberLeft) { Users = [botId] });
        });

    /// <summary>Makes somebody an administrator, or an ordinary member again.</summary>
    public void ChangeRights(long personId, long chatId, long byPersonId, AdminRights? rights) =>
        Change(draft => draft.ChangeMember(chatId, byPersonId, AsMember(personId, rights)));

    /// <summary>A basic group is deleted for everybody.</summary>
    public void DeleteGroup(long chatId) => Change(draft => draft.Put(draft.View.Chat(chatId) with { Deleted = true }));

    private static Member AsMember(long userId, AdminRights? rights) =>
        rights is { } given
            ? new Member(userId, MemberStatus.Administrator) { Rights = given | AdminRights.ManageChat }
            : new Member(userId, MemberStatus.Member);

    private static void Note(Draft draft, long chatId, long byUserId, ServiceNote note)
    {
        if (draft.View.Chat(chatId).Kind != ChatKind.Channel)
        {
            draft.Say(new Message(chatId, 0, draft.Now, new Author(byUserId)) { Service = note });
        }
    }

    private static void SetBlocked(Draft draft, ChatRoom chat, bool blocked)
    {
        if (chat.Blocked == blocked)
        {
            draft.Put(chat);
            return;
        }

        draft.Put(chat with { Blocked = blocked });
        var (member, kicked) = (
            new Member(chat.BotId, MemberStatus.Member),
            new Member(chat.BotId, MemberStatus.Kicked)
        );
        var change = blocked
            ? new MemberChange(chat.Id, chat.Id, draft.Now, member, kicked)
            : new MemberChange(chat.Id, chat.Id, draft.Now, kicked, member);
        draft.Tell(chat.BotId, UpdateKinds.MyChatMember, change);
    }
}
