using System.Diagnostics.Metrics;
using HandoffBot.Chat;

namespace HandoffBot.Tests.Telegram;

/// <summary>A message that Telegram refuses for one of its parts goes once more without it.</summary>
public sealed class MendingTests
{
    private static readonly ChatMessage Card = ChatMessage.Of(Line.Bold("Lead")).With([Button.Of("Take", "claim", 1)]);

    [Fact]
    public async Task Without_formatting_when_the_tags_are_not_understood()
    {
        var (outcome, asked, lines) = await SendAsync(
            StubTelegram.Refusal(400, "Bad Request: can't parse entities: Unsupported start tag"),
            StubTelegram.Sent(8)
        );

        Assert.Equal(new SendOutcome.Sent(8), outcome);
        Assert.Contains("parse_mode", asked[0]);
        Assert.DoesNotContain("parse_mode", asked[1]);
        Assert.Contains("\"text\":\"Lead\"", asked[1]);
        Assert.Contains(lines, l => l.StartsWith("Warning", StringComparison.Ordinal) && l.Contains("-5/0"));
        Assert.DoesNotContain(lines, l => l.Contains("Lead", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_buttons_when_they_are_not_accepted()
    {
        var (outcome, asked, _) = await SendAsync(
            StubTelegram.Refusal(400, "Bad Request: BUTTON_DATA_INVALID"),
            StubTelegram.Sent(8)
        );

        Assert.Equal(new SendOutcome.Sent(8), outcome);
        Assert.Contains("reply_markup", asked[0]);
        Assert.DoesNotContain("reply_markup", asked[1]);
    }

    [Fact]
    public async Task And_how_often_is_counted()
    {
        using var telegram = new StubTelegram(
            StubTelegram.Refusal(400, "Bad Request: BUTTON_DATA_INVALID"),
            StubTelegram.Sent(8),
            StubTelegram.Sent(9)
        );
        await using var bot = new BotParts("4242:stub-token", transport: telegram);
        var meter = bot.Metrics.Meter;
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) => counted.Add($"{count} {tags[0].Value}"));
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == meter && instrument.Name == "handoff.mends")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.Start();

        await bot.Chat.SendAsync(new ChatAddress(-5), Card, TestContext.Current.CancellationToken);
        await bot.Chat.SendAsync(new ChatAddress(-5), Card, TestContext.Current.CancellationToken);

        Assert.Equal(["1 WithoutButtons"], counted);
    }

    [Fact]
    public async Task Once_only()
    {
        var (outcome, asked, _) = await SendAsync(StubTelegram.Refusal(400, "Bad Request: BUTTON_DATA_INVALID"));

        Assert.Equal(new SendOutcome.Refused("Bad Request: BUTTON_DATA_INVALID"), outcome);
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public async Task Shorter_and_shorter_when_it_is_too_long_ending_at_a_line()
    {
        var refusal = StubTelegram.Refusal(400, "Bad Request: message is too long");
        var lines = Enumerable.Range(1, 40).Select(n => (Line?)$"{n}: {new string('x', 50)}");

        var (outcome, asked, _) = await SendAsync(
            ChatMessage.Of([Line.Bold("Lead"), .. lines]).With([Button.Of("Take", "claim", 1)]),
            refusal,
            refusal,
            StubTelegram.Sent(8)
        );

        Assert.Equal(new SendOutcome.Sent(8), outcome);
        Assert.Contains("40: x", asked[0]);
        Assert.Contains("15: x", asked[1]);
        Assert.DoesNotContain("40: x", asked[1]);
        Assert.DoesNotContain("15: x", asked[2]);
        Assert.Contains(@"x\n\u2026", asked[2]);
        Assert.Contains("\"callback_data\"", asked[2]);
    }

    [Fact]
    public async Task But_not_until_nothing_is_left_of_it()
    {
        var (outcome, asked, _) = await SendAsync(StubTelegram.Refusal(400, "Bad Request: message is too long"));

        Assert.Equal(new SendOutcome.Refused("Bad Request: message is too long"), outcome);
        Assert.Single(asked);
    }

    [Fact]
    public async Task And_General_is_never_named_nor_a_link_shown()
    {
        var (_, asked, _) = await SendAsync(StubTelegram.Sent(8));

        Assert.DoesNotContain("message_thread_id", asked[0]);
        Assert.Contains("\"link_preview_options\":{\"is_disabled\":true}", asked[0]);
    }

    private static Task<(SendOutcome, IReadOnlyList<string>, IReadOnlyCollection<string>)> SendAsync(
        params (System.Net.HttpStatusCode, string)[] answers
    ) => SendAsync(Card, answers);

    private static async Task<(SendOutcome, IReadOnlyList<string>, IReadOnlyCollection<string>)> SendAsync(
        ChatMessage message,
        params (System.Net.HttpStatusCode, string)[] answers
    )
    {
        using var telegram = new StubTelegram(answers);
        await using var bot = new BotParts("4242:stub-token", transport: telegram);

        var outcome = await bot.Chat.SendAsync(new ChatAddress(-5), message, TestContext.Current.CancellationToken);

        return (outcome, telegram.Asked, bot.Lines.All);
    }
}
