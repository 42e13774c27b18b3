using Telegram.Bot;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using Update = Telegram.Bot.Types.Update;

namespace HandoffBot.Tests.Sandbox;

public sealed class RealClientTests : IAsyncLifetime
{
    private Stage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await Stage.StartAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Bot_learns_its_own_name()
    {
        var me = await _stage.Client().GetMe();

        Assert.Equal(("Handoff", "handoff_test_bot", false), (me.FirstName, me.Username, me.CanReadAllGroupMessages));
    }

    [Fact]
    public async Task Message_is_sent_with_html_and_buttons_and_then_edited()
    {
        var client = _stage.Client();

        var sent = await client.SendMessage(
            _stage.Group.Id,
            "<b>Новый лид</b> L-1 &lt;окна&gt;",
            ParseMode.Html,
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Беру", "1:claim:1"))
        );
        var edited = await client.EditMessageText(_stage.Group.Id, sent.Id, "<i>Взят</i>", ParseMode.Html);

        Assert.Equal("Новый лид L-1 <окна>", sent.Text);
        Assert.Equal(MessageEntityType.Bold, Assert.Single(sent.Entities!).Type);
        Assert.Equal("1:claim:1", sent.ReplyMarkup!.InlineKeyboard.Single().Single().CallbackData);
        Assert.Equal(("Взят", true, null), (edited.Text, edited.EditDate is not null, edited.ReplyMarkup));
    }

    [Fact]
    public async Task Press_reaches_the_bot_and_its_answer_reaches_the_person()
    {
        var client = _stage.Client();
        var card = await client.SendMessage(
            _stage.Group.Id,
            "Lead",
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Take", "take"))
        );

        var press = _stage.World.Press(_stage.Boris.Id, _stage.Group.Id, card.Id, "Take");
        var query = (await Only(client)).CallbackQuery!;
        await client.AnswerCallbackQuery(query.Id, "It is yours");
        var answer = await _stage.World.WaitForAnswerAsync(press, TimeSpan.FromSeconds(5));

        Assert.Equal(("take", _stage.Boris.Id, card.Id), (query.Data, query.From.Id, query.Message!.Id));
        Assert.Equal(("It is yours", false), (answer.Text, answer.Alert));
    }

    [Fact]
    public async Task Message_of_a_person_is_read_with_its_command()
    {
        _stage.World.Say(_stage.Boris.Id, _stage.Boris.Id, "/lead L-1042");

        var message = (await Only(_stage.Client())).Message!;

        Assert.Equal(("/lead L-1042", ChatType.Private), (message.Text, message.Chat.Type));
        Assert.Equal(MessageEntityType.BotCommand, message.Entities![0].Type);
    }

    private static async Task<Update> Only(TelegramBotClient client)
    {
        var update = Assert.Single(await client.GetUpdates(timeout: 30));
        await client.GetUpdates(update.Id + 1, timeout: 0);
        return update;
    }
}
