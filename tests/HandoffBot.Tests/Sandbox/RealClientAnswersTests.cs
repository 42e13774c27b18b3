using HandoffBot.Sandbox.World;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace HandoffBot.Tests.Sandbox;

/// <summary>Answers and refusals must be ones the real client can read.</summary>
public sealed class RealClientAnswersTests : StageTest
{
    private TelegramBotClient Client => Stage.Client();

    [Fact]
    public async Task Photo_is_uploaded_and_replaced_by_another()
    {
        using var first = new MemoryStream(TestImages.Png(8, 6));
        using var second = new MemoryStream(TestImages.Png(16, 12));

        var sent = await Client.SendPhoto(Group, InputFile.FromStream(first, "недели.png"), "Неделя");
        var media = new InputMediaPhoto(InputFile.FromStream(second, "b.png")) { Caption = "Другая" };
        var edited = await Client.EditMessageMedia(Group, sent.Id, media);

        Assert.Equal((8, 6, "Неделя"), (sent.Photo![^1].Width, sent.Photo[^1].Height, sent.Caption));
        Assert.Equal((16, "Другая"), (edited.Photo![^1].Width, edited.Caption));
    }

    [Fact]
    public async Task Chat_its_members_and_the_webhook_are_read()
    {
        await Client.PinChatMessage(Group, await Card());

        var chat = await Client.GetChat(Group);
        var administrators = await Client.GetChatAdministrators(Group);
        var webhook = await Client.GetWebhookInfo();

        Assert.Equal(("Sales", "Card"), (chat.Title, chat.PinnedMessage!.Text));
        Assert.Equal([Anna.Id, Stage.Bot.Id], administrators.Select(member => member.User.Id));
        Assert.Equal(("", 1), (webhook.Url, webhook.PendingUpdateCount));
    }

    [Fact]
    public async Task Flood_wait_and_bad_gateway_are_what_the_client_expects()
    {
        World.Faults.Order(new Fault(FaultKind.TooManyRequests) { RetryAfter = 9 });
        World.Faults.Order(new Fault(FaultKind.BadGateway));

        var flood = await Assert.ThrowsAsync<ApiRequestException>(() => Client.SendMessage(Group, "x"));
        var gateway = await Assert.ThrowsAsync<RequestException>(() => Client.SendMessage(Group, "x"));

        Assert.Equal((429, 9), (flood.ErrorCode, flood.Parameters!.RetryAfter));
        Assert.Equal(System.Net.HttpStatusCode.BadGateway, gateway.HttpStatusCode);
    }
}
