using System.Net;

namespace HandoffBot.Tests.Sandbox;

public sealed class FileTests : StageTest
{
    [Theory]
    [InlineData("sendPhoto", "photo", "", "there is no photo in the request")]
    [InlineData("sendDocument", "document", "", "there is no document in the request")]
    [InlineData("sendPhoto", "photo", "nonsense", "wrong file identifier/HTTP URL specified")]
    [InlineData("sendDocument", "document", "nonsense", "wrong file identifier/HTTP URL specified")]
    public async Task File_must_be_there(string method, string parameter, string value, string words)
    {
        var reply = await Stage.CallAsync(method, ("chat_id", Group), (parameter, value));

        Assert.Equal($"400 Bad Request: {words}", reply.Verdict);
    }

    [Theory]
    [InlineData(9_999, 2)]
    [InlineData(5_001, 5_000)]
    [InlineData(2, 41)]
    public async Task Photo_of_impossible_size_is_refused(int width, int height)
    {
        var reply = await Stage.UploadAsync("sendPhoto", "photo", TestImages.Png(width, height), ("chat_id", Group));

        Assert.Equal("400 Bad Request: PHOTO_INVALID_DIMENSIONS", reply.Verdict);
    }

    [Fact]
    public async Task File_can_be_fetched_again_by_its_id_but_not_when_over_20_megabytes()
    {
        var small = await Stage.UploadAsync("sendDocument", "document", [1, 2, 3], ("chat_id", Group));
        var large = await Stage.UploadAsync("sendDocument", "document", new byte[(20 << 20) + 1], ("chat_id", Group));

        var found = await Stage.CallAsync("getFile", ("file_id", IdOf(small)));
        var bytes = await Stage.Http.GetByteArrayAsync(
            $"{Stage.Url}/file/bot{Stage.Token}/{found.Result.GetProperty("file_path").GetString()}"
        );

        Assert.Equal([1, 2, 3], bytes);
        Assert.Equal(
            "400 Bad Request: file is too big",
            (await Stage.CallAsync("getFile", ("file_id", IdOf(large)))).Verdict
        );
        Assert.Equal("400 Bad Request: invalid file_id", (await Stage.CallAsync("getFile", ("file_id", "x"))).Verdict);
    }

    [Fact]
    public async Task Link_of_a_file_is_given_out_for_an_hour()
    {
        var sent = await Stage.UploadAsync("sendDocument", "document", [1, 2, 3], ("chat_id", Group));
        var found = await Stage.CallAsync("getFile", ("file_id", IdOf(sent)));
        var link = $"{Stage.Url}/file/bot{Stage.Token}/{found.Result.GetProperty("file_path").GetString()}";

        World.Clock.Advance(TimeSpan.FromMinutes(59));
        using var inTime = await Stage.Http.GetAsync(new Uri(link));
        World.Clock.Advance(TimeSpan.FromMinutes(2));
        using var late = await Stage.Http.GetAsync(new Uri(link));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (inTime.StatusCode, late.StatusCode));
    }

    [Theory]
    [InlineData("sticker", "can't parse InputMedia: type \"sticker\" can't be used in sendMediaGroup")]
    [InlineData("many", "too many messages to send as an album")]
    [InlineData("absent", "parameter \"media\" is required")]
    [InlineData("mixed", "document can't be mixed with other media types")]
    public async Task Wrong_album_is_refused(string what, string words)
    {
        var photo = await PhotoId();
        var document = IdOf(await Stage.UploadAsync("sendDocument", "document", [1], ("chat_id", Group)));
        var media = what switch
        {
            "sticker" => Items(("sticker", photo)),
            "many" => Items([.. Enumerable.Repeat(("photo", photo), 11)]),
            "mixed" => Items(("photo", photo), ("document", document)),
            _ => "",
        };

        var reply = await Stage.CallAsync("sendMediaGroup", ("chat_id", Group), ("media", media));

        Assert.Equal($"400 Bad Request: {words}", reply.Verdict);
    }

    [Fact]
    public async Task Album_is_several_messages()
    {
        var photo = await PhotoId();
        World.Limits.On = false;

        var reply = await Stage.CallAsync(
            "sendMediaGroup",
            ("chat_id", Group),
            ("media", Items(("photo", photo), ("photo", photo)))
        );

        var messages = reply.Result.EnumerateArray().ToList();
        Assert.Equal(2, messages.Count);
        Assert.Single(messages.Select(message => message.GetProperty("media_group_id").GetString()).Distinct());
    }

    [Fact]
    public async Task Copy_is_a_message_of_its_own_without_the_buttons()
    {
        var copied = await Copy(await Card());
        var missing = await Copy(999);

        var copy = World.View.Message(Group, copied.MessageId)!;
        Assert.Equal(("Card", null), (copy.Text, copy.Markup));
        Assert.Equal("400 Bad Request: message to copy not found", missing.Verdict);
    }

    private Task<Reply> Copy(int messageId) =>
        Stage.CallAsync("copyMessage", ("chat_id", Group), ("from_chat_id", Group), ("message_id", messageId));

    private async Task<string> PhotoId()
    {
        var sent = await Stage.UploadAsync("sendPhoto", "photo", TestImages.Png(8, 8), ("chat_id", Group));
        return sent.Result.GetProperty("photo")[0].GetProperty("file_id").GetString()!;
    }

    private static string IdOf(Reply sent) => sent.Result.GetProperty("document").GetProperty("file_id").GetString()!;

    private static string Items(params (string Type, string Media)[] items) =>
        $"[{string.Join(",", items.Select(item => $$"""{"type":"{{item.Type}}","media":"{{item.Media}}"}"""))}]";
}
