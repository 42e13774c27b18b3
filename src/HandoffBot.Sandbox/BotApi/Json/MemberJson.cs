using System.Text.Json.Nodes;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi.Json;

internal static class MemberJson
{
    private static readonly AdminRights[] Everywhere =
    [
        AdminRights.ManageChat,
        AdminRights.DeleteMessages,
        AdminRights.ManageVideoChats,
        AdminRights.RestrictMembers,
        AdminRights.PromoteMembers,
        AdminRights.ChangeInfo,
        AdminRights.InviteUsers,
    ];

    public static JsonObject Of(WorldView view, ChatRoom chat, Member member)
    {
        var json = new JsonObject { ["user"] = UserJson.Of(view, member.UserId), ["status"] = member.Status.Snake() };
        switch (member.Status)
        {
            case MemberStatus.Creator:
                return json.With("is_anonymous", member.Rights.HasFlag(AdminRights.Anonymous));
            case MemberStatus.Administrator:
                return WithRights(json, chat, member);
            case MemberStatus.Restricted:
                return WithPermissions(json.With("is_member", true).With("until_date", 0), member.Permissions);
            case MemberStatus.Kicked:
                return json.With("until_date", 0);
            default:
                return json;
        }
    }

    public static JsonObject Permissions(Permissions permissions) => WithPermissions([], permissions);

    private static JsonObject WithRights(JsonObject json, ChatRoom chat, Member member)
    {
        json["can_be_edited"] = false;
        json["is_anonymous"] = member.Rights.HasFlag(AdminRights.Anonymous);
        IEnumerable<AdminRights> special =
            chat.Kind == ChatKind.Channel
                ? [AdminRights.PostMessages, AdminRights.EditMessages]
                : [AdminRights.PinMessages, AdminRights.ManageTopics];
        foreach (var right in Everywhere.Concat(special))
        {
            json["can_" + right.Snake()] = member.Rights.HasFlag(right);
        }

        foreach (var story in new[] { "can_post_stories", "can_edit_stories", "can_delete_stories" })
        {
            json[story] = false;
        }

        return json;
    }

    private static JsonObject WithPermissions(JsonObject json, Permissions may)
    {
        (string Name, Permissions Needs)[] names =
        [
            ("can_send_messages", World.Permissions.Text),
            ("can_send_audios", World.Permissions.Other),
            ("can_send_documents", World.Permissions.Documents),
            ("can_send_photos", World.Permissions.Photos),
            ("can_send_videos", World.Permissions.Other),
            ("can_send_video_notes", World.Permissions.Other),
            ("can_send_voice_notes", World.Permissions.Other),
            ("can_send_polls", World.Permissions.Polls),
            ("can_send_other_messages", World.Permissions.Other),
            ("can_add_web_page_previews", World.Permissions.Text),
            ("can_react_to_messages", World.Permissions.Text),
            ("can_edit_tag", World.Permissions.None),
            ("can_change_info", World.Permissions.PinMessages),
            ("can_invite_users", World.Permissions.Invite),
            ("can_pin_messages", World.Permissions.PinMessages),
            ("can_manage_topics", World.Permissions.ManageTopics),
        ];
        foreach (var (name, needs) in names)
        {
            json[name] = needs != World.Permissions.None && may.HasFlag(needs);
        }

        return json;
    }
}
