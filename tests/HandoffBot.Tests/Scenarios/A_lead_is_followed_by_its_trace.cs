using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace HandoffBot.Tests.Scenarios;

[Collection(nameof(Alone))]
public sealed class A_lead_is_followed_by_its_trace
{
    [Fact]
    public async Task From_the_form_to_the_press_it_is_one_trace()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var s = await Scenario.StartAsync(settings: receiver.Settings);
        using var site = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([new("phone", "+79123451234"), new("name", "Anna Petrova")]);

        using var sent = await site.PostAsync(new Uri($"{s.BotUrl}/f/scenario-form"), form);
        var card = await s.Sales.ExpectMessage("🔥 L-1");
        await s.ReadUntilAsync(db =>
            db.Messages.AnyAsync(m => m.ChatId == s.Sales.Id && m.MessageId == card.Id && m.OutboxSeq != null)
        );
        await s.Ivan.Press(card, "Take");
        var post = await ExpectAsync(receiver, "POST /f/{formKey}", parent: null);
        var commit = await ExpectAsync(receiver, "commit", post);
        var send = await ExpectAsync(receiver, "send PostCard", commit);
        await ExpectAsync(receiver, "sendMessage", send);
        var press = await ExpectAsync(receiver, "ButtonPressed", commit);
        await ExpectAsync(receiver, "answerCallbackQuery", press);
        var claim = await ExpectAsync(receiver, "commit", press);
        var contact = await ExpectAsync(receiver, "send SendContact", claim);
        await ExpectAsync(receiver, "sendMessage", contact);
        await receiver.ExpectAsync(r => r.Got("metrics") && r.Got("logs") ? r : null);

        foreach (var text in receiver.Texts)
        {
            s.Watch.Look(text);
            Assert.DoesNotContain("scenario-form", text, StringComparison.Ordinal);
        }

        Assert.Empty(s.Watch.Leaks);
        Assert.Contains(receiver.Texts, t => t.Contains("HandoffBot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_goes_out()
    {
        await using var s = await Scenario.StartAsync(
            settings: new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" }
        );

        Assert.Null(s.Services.GetService<TracerProvider>());
        Assert.Null(s.Services.GetService<OpenTelemetry.Logs.LoggerProvider>());
    }

    private static Task<OtlpSpan> ExpectAsync(OtlpReceiver receiver, string name, OtlpSpan? parent) =>
        receiver.ExpectAsync(r =>
            r.Spans.FirstOrDefault(span =>
                span.Name == name && span.Parent == (parent?.Id ?? "") && (parent is null || span.Trace == parent.Trace)
            )
        );
}
