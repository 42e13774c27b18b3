using System.Net;
using System.Text;
using HandoffBot.Chat;
using HandoffBot.Domain.Leads;
using HandoffBot.Domain.Team;
using HandoffBot.Persistence;
using HandoffBot.Telegram;
using HandoffBot.Telegram.Webhook;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace HandoffBot.Tests.Telegram;

/// <summary>A team's bot that is posted to over HTTP, in the shape Telegram posts.</summary>
internal sealed class WebhookStage : IAsyncDisposable
{
    private static readonly BotIdentity Me = new(Updates.BotId, "handoff_test_bot", false);

    private readonly HttpClient http;

    private WebhookStage(TestBot bot, HttpClient http)
    {
        (Bot, this.http) = (bot, http);
        bot.Chat.Setup(c =>
                c.AnswerPressAsync(It.IsAny<string>(), It.IsAny<PressAnswer>(), It.IsAny<CancellationToken>())
            )
            .ReturnsAsync(
                (string _, PressAnswer answer, CancellationToken _) =>
                {
                    Answers.Add(answer.Text);
                    return new SendOutcome.Sent();
                }
            );
    }

    public TestBot Bot { get; }

    public List<string> Answers { get; } = [];

    public Uri Address => new(http.BaseAddress!, ReceiveUpdate.Path);

    public string Secret => Bot.Services.GetRequiredService<WebhookSecret>().Value;

    public static async Task<WebhookStage> StartAsync(
        StorageProvider provider,
        Action<IServiceCollection>? replace = null
    )
    {
        var stage = await StartClosedAsync(provider, replace);
        await stage.OpenAsync();
        return stage;
    }

    /// <summary>It listens, but does not know yet whose bot it is.</summary>
    public static async Task<WebhookStage> StartClosedAsync(
        StorageProvider provider,
        Action<IServiceCollection>? replace = null
    )
    {
        var bot = await TestBot.StartAsync(
            provider,
            replace,
            "--Telegram:Updates=Webhook",
            "--Public:Url=https://bot.example.com"
        );
        await bot.TeamAsync(Language.English);
        return new WebhookStage(bot, await bot.ServeAsync());
    }

    public Task OpenAsync()
    {
        var reception = Bot.Services.GetRequiredService<Reception>();
        reception.Open(Me);
        reception.BeginAnew();
        return reception.ResumeAsync(Me, CancellationToken.None);
    }

    public Task<LeadId> LeadAsync() => Bot.LeadAsync(Bot.Clock.GetUtcNow());

    public Task<HttpStatusCode> PostAsync(string update) => PostAsync(Encoding.UTF8.GetBytes(update), Secret);

    public async Task<HttpStatusCode> PostAsync(byte[] body, string? secret)
    {
        using var answer = await SendAsync(body, secret);
        return answer.StatusCode;
    }

    public async Task<HttpResponseMessage> SendAsync(byte[] body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address);
        request.Headers.ExpectContinue = true;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation(WebhookSecret.Header, secret);
        }

        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<List<SeenUpdate>> RowsAsync() => Bot.ReadAsync(db => db.Updates.AsNoTracking().ToListAsync());

    public Task<Lead> TheLeadAsync() => Bot.ReadAsync(db => db.Leads.AsNoTracking().SingleAsync());

    /// <summary>Asked again and again, while the bot's clock goes on.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await isSo())
        {
            Bot.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }

    public static string Take(int update, long person, LeadId lead) =>
        $$"""
            {"update_id":{{update}},"callback_query":{"id":"{{update}}","chat_instance":"-1001",
             "data":"{{CallbackData.Write(new ButtonPress(LeadVerbs.Take, lead.Value))}}",
             "from":{"id":{{person}},"is_bot":false,"first_name":"Ivan","language_code":"en"},
             "message":{"message_id":4,"date":1794812400,"text":"card",
              "chat":{"id":-1001,"type":"supergroup","title":"Sales"} } } }
            """;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Bot.DisposeAsync();
    }
}
