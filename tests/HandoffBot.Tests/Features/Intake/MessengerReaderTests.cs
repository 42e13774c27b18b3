using HandoffBot.Features.Intake;

namespace HandoffBot.Tests.Features.Intake;

public sealed class MessengerReaderTests
{
    [Theory]
    [InlineData("@Anna_P", "Telegram", "@Anna_P")]
    [InlineData("https://t.me/anna_p?start=1", "Telegram", "@anna_p")]
    [InlineData("telegram: @anna_p", "Telegram", "@anna_p")]
    [InlineData("tg://resolve?domain=anna_p", "Telegram", "@anna_p")]
    [InlineData("t.me/+79123451234", "Telegram", "+79123451234")]
    [InlineData("https://wa.me/79123451234?text=hi", "WhatsApp", "+79123451234")]
    [InlineData("WhatsApp 8 912 345-12-34", "WhatsApp", "+79123451234")]
    [InlineData("Viber, вечером", "Other", "Viber, вечером")]
    public void Messenger_is_recognised_or_kept_as_typed(string text, string kind, string handle)
    {
        var messenger = MessengerReader.Read(text, "RU")!.Value;

        Assert.Equal((kind, handle), (messenger.Kind.ToString(), messenger.Handle));
    }

    [Fact]
    public void Same_account_compares_equal_however_it_was_typed() =>
        Assert.Equal(
            MessengerReader.Read("@Anna_P", "RU")!.Value.Folded,
            MessengerReader.Read("https://t.me/anna_p", "RU")!.Value.Folded
        );

    [Theory]
    [InlineData("")]
    [InlineData(" \u200B")]
    [InlineData(null)]
    public void Nothing_is_no_messenger(string? text) => Assert.Null(MessengerReader.Read(text, "RU"));
}
