using System.Text.Json;
using HandoffBot.Chat;
using HandoffBot.Telegram;
using Telegram.Bot;
using Update = Telegram.Bot.Types.Update;

namespace HandoffBot.Tests.Telegram;

public sealed class UpdateReaderTests
{
    private const string Anna =
        """{"id":7,"is_bot":false,"first_name":"Anna","last_name":"S","username":"anna","language_code":"ru"}""";
    private const string Group = """{"id":-1005,"type":"supergroup","title":"Sales"}""";
    private const string Private = """{"id":7,"type":"private","first_name":"Anna"}""";

    private static readonly BotIdentity Me = new(4242, "handoff_test_bot", false);

    [Theory]
    [InlineData("/lead L-1042", "lead", "L-1042")]
    [InlineData("/LEAD@Handoff_Test_Bot  L-1042 ", "lead", "L-1042")]
    [InlineData("/new\nIvan\n+7 912", "new", "Ivan\n+7 912")]
    [InlineData("/menu", "menu", "")]
    public void A_command_is_read_without_slash_and_bot_name(string text, string name, string argument)
    {
        var command = Assert.IsType<CommandGiven>(Message($"\"text\":{JsonSerializer.Serialize(text)}"));

        Assert.Equal((name, argument, 11), (command.Name, command.Argument, command.MessageId));
    }

    [Fact]
    public void A_command_for_another_bot_is_none_of_ours() =>
        Assert.IsType<Uninteresting>(Message("\"text\":\"/lead@other_bot L-1\""));

    [Theory]
    [InlineData("/houses/anna")]
    [InlineData("a /lead")]
    [InlineData("/ lead")]
    [InlineData("/заявка")]
    public void What_only_looks_like_a_command_is_a_text(string text) =>
        Assert.Equal(text, Assert.IsType<TextWritten>(Message($"\"text\":\"{text}\"")).Text);

    [Fact]
    public void A_text_says_who_where_and_what_it_answers()
    {
        var text = Assert.IsType<TextWritten>(
            Message($"\"text\":\"hi\",\"reply_to_message\":{{\"message_id\":9,\"date\":1,\"chat\":{Group}}}")
        );

        Assert.Equal(("hi", 9, false), (text.Text, text.ReplyTo, text.Edited));
        Assert.Equal(new Sender(7, "Anna S", "anna", "ru"), text.From);
        Assert.Equal(new Place(new ChatAddress(-1005), PlaceKind.Supergroup, "Sales"), text.Place);
        Assert.Equal(new UpdateKey(4242, 3), text.Key);
    }

    [Fact]
    public void A_reply_in_a_group_without_topics_is_in_no_topic() =>
        Assert.Equal(new ChatAddress(-1005), Message("\"text\":\"hi\",\"message_thread_id\":9").Place.Address);

    [Fact]
    public void A_message_in_a_topic_names_it_and_does_not_answer_its_opening()
    {
        var text = Assert.IsType<TextWritten>(
            Message(
                "\"text\":\"hi\",\"message_thread_id\":9,\"is_topic_message\":true,"
                    + $"\"reply_to_message\":{{\"message_id\":9,\"date\":1,\"chat\":{Group}}}"
            )
        );

        Assert.Equal((new ChatAddress(-1005, 9), null), (text.Place.Address, text.ReplyTo));
    }

    [Fact]
    public void A_photo_comes_with_its_caption_and_largest_file()
    {
        var text = Assert.IsType<TextWritten>(
            Message(
                """
                "caption":"price","photo":[{"file_id":"s","file_unique_id":"1","width":9,"height":9},{"file_id":"L","file_unique_id":"2","width":90,"height":90}]
                """
            )
        );

        Assert.Equal(("price", "L"), (text.Text, text.FileId));
    }

    [Fact]
    public void An_edited_command_is_not_given_again()
    {
        var update = Update($"\"edited_message\":{Body(Private, "\"text\":\"/lead 5\",\"edit_date\":2")}");

        var text = Assert.IsType<TextWritten>(update);
        Assert.True(text.Edited);
    }

    [Theory]
    [InlineData("\"sender_chat\":{\"id\":-1005,\"type\":\"supergroup\"}", 1087968824)]
    [InlineData("\"sender_chat\":{\"id\":-1009,\"type\":\"channel\"}", 136817688)]
    [InlineData("\"is_automatic_forward\":true", 777000)]
    public void Nobody_is_named_where_Telegram_puts_a_stand_in(string more, long standIn)
    {
        var from = $$"""{"id":{{standIn}},"is_bot":true,"first_name":"Group"}""";

        var update = Update($"\"message\":{Body(Group, $"\"text\":\"hi\",{more}", from)}");

        Assert.Null(update.From);
    }

    [Fact]
    public void A_channel_post_names_nobody()
    {
        var update = Update(
            """
            "channel_post":{"message_id":1,"date":1,"chat":{"id":-1009,"type":"channel","title":"News","username":"news"},"text":"hi"}
            """
        );

        Assert.Null(Assert.IsType<TextWritten>(update).From);
        Assert.Equal((PlaceKind.Channel, true), (update.Place.Kind, update.Place.IsPublic));
    }

    [Fact]
    public void A_press_names_the_person_and_what_the_button_carries()
    {
        var data = CallbackData.Write(new ButtonPress("claim", 1042));

        var press = Assert.IsType<ButtonPressed>(Pressed(data, date: 100));

        Assert.Equal(("55", 11, new ButtonPress("claim", 1042)), (press.PressId, press.MessageId, press.Press));
        Assert.Equal(7, press.From!.Id);
    }

    [Fact]
    public void A_press_on_a_message_Telegram_no_longer_shows_is_still_a_press()
    {
        var press = Assert.IsType<ButtonPressed>(Pressed("1claim.2", date: 0));

        Assert.Equal((11, -1005), (press.MessageId, press.Place.Address.ChatId));
    }

    [Fact]
    public void Forged_data_is_a_press_that_says_nothing() =>
        Assert.Null(Assert.IsType<ButtonPressed>(Pressed("drop table", date: 100)).Press);

    [Theory]
    [InlineData("member", "kicked", true, false)]
    [InlineData("left", "member", false, true)]
    public void Coming_and_going_of_the_bot_is_told(string before, string after, bool wasMember, bool isMember)
    {
        var placed = Assert.IsType<BotPlaced>(Membership("my_chat_member", 4242, before, after));

        Assert.Equal((wasMember, isMember), (placed.WasMember, placed.Rights.IsMember));
    }

    [Fact]
    public void Rights_of_an_administrator_are_read_one_by_one()
    {
        var admin =
            """{"status":"administrator","user":{"id":4242,"is_bot":true,"first_name":"H"},"can_pin_messages":true,"can_delete_messages":false}""";

        var placed = Assert.IsType<BotPlaced>(
            Update(
                $$"""
                "my_chat_member":{"chat":{{Group}},"from":{{Anna}},"date":1,"old_chat_member":{"status":"left","user":{"id":4242,"is_bot":true,"first_name":"H"} },"new_chat_member":{{admin}} }
                """
            )
        );

        Assert.Equal(new BotRights(true, true, true, true, false), placed.Rights);
    }

    [Fact]
    public void Coming_and_going_of_others_is_told()
    {
        var changed = Assert.IsType<MemberChanged>(Membership("chat_member", 8, "left", "member"));

        Assert.Equal((8, true), (changed.Who.Id, changed.IsMember));
    }

    [Theory]
    [InlineData("\"left_chat_member\":{\"id\":8,\"is_bot\":false,\"first_name\":\"B\"}", false)]
    [InlineData("\"new_chat_members\":[{\"id\":8,\"is_bot\":false,\"first_name\":\"B\"}]", true)]
    public void So_it_is_by_the_note_in_the_chat(string note, bool isMember)
    {
        var changed = Assert.IsType<MemberChanged>(Message(note));

        Assert.Equal((8, isMember), (changed.Who.Id, changed.IsMember));
    }

    [Fact]
    public void The_note_of_the_bots_own_coming_is_left_to_its_membership() =>
        Assert.IsType<Uninteresting>(
            Message("\"new_chat_members\":[{\"id\":4242,\"is_bot\":true,\"first_name\":\"H\"}]")
        );

    [Theory]
    [InlineData("\"migrate_to_chat_id\":-1007", -1005, -1007)]
    [InlineData("\"migrate_from_chat_id\":-12", -12, -1005)]
    public void A_group_with_a_new_id_is_told_from_both_sides(string note, long from, long to)
    {
        var upgraded = Assert.IsType<ChatUpgraded>(Message(note));

        Assert.Equal((from, to), (upgraded.FromChatId, upgraded.ToChatId));
    }

    [Theory]
    [InlineData("\"pinned_message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":7,\"type\":\"private\"}}")]
    [InlineData("\"new_chat_title\":\"x\"")]
    [InlineData("\"something_of_next_year\":{}")]
    public void The_rest_is_only_seen(string note) => Assert.IsType<Uninteresting>(Message(note));

    [Fact]
    public void An_unknown_kind_of_update_is_only_seen() =>
        Assert.IsType<Uninteresting>(Update("\"something_of_next_year\":{}"));

    private static Incoming Pressed(string data, int date) =>
        Update(
            $$"""
            "callback_query":{"id":"55","from":{{Anna}},"chat_instance":"1","data":"{{data}}","message":{"message_id":11,"date":{{date}},"chat":{{Group}} } }
            """
        );

    private static Incoming Membership(string kind, long who, string before, string after)
    {
        var user = $$"""{"id":{{who}},"is_bot":false,"first_name":"X"}""";
        return Update(
            $$"""
            "{{kind}}":{"chat":{{Group}},"from":{{Anna}},"date":1,"old_chat_member":{"status":"{{before}}","user":{{user}},"until_date":0},"new_chat_member":{"status":"{{after}}","user":{{user}},"until_date":0} }
            """
        );
    }

    private static Incoming Message(string more) => Update($"\"message\":{Body(Group, more)}");

    private static string Body(string chat, string more, string from = Anna) =>
        $$"""{"message_id":11,"date":1700000000,"chat":{{chat}},"from":{{from}},{{more}}}""";

    private static Incoming Update(string body) =>
        UpdateReader.Read(
            JsonSerializer.Deserialize<Update>($$"""{"update_id":3,{{body}}}""", JsonBotAPI.Options)!,
            Me
        );
}
