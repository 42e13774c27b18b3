using System.Threading.Channels;

namespace HandoffBot.Tests.Telegram;

/// <summary>Answers getUpdates with one prepared page after another, then keeps quiet; notes each question.</summary>
internal sealed class ScriptedUpdates(params string[] pages) : HttpMessageHandler
{
    private readonly Channel<string> questions = Channel.CreateUnbounded<string>();
    private int next;

    /// <summary>Called with the number of a page, from 0, before it goes out.</summary>
    public Action<int> Answering { get; set; } = _ => { };

    public bool IsQuiet => questions.Reader.Count == 0;

    public async Task<string> NextQuestionAsync() =>
        await questions
            .Reader.ReadAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(10));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var method = request.RequestUri!.Segments[^1];
        if (method != "getUpdates")
        {
            return Json(
                method == "getMe" ? """{"id":4242,"is_bot":true,"first_name":"H","username":"h_bot"}""" : "true"
            );
        }

        questions.Writer.TryWrite(await request.Content!.ReadAsStringAsync(cancellationToken));
        if (next == pages.Length)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        Answering(next);
        return Json(pages[next++]);
    }

    private static HttpResponseMessage Json(string result) =>
        new() { Content = new StringContent($$"""{"ok":true,"result":{{result}} }""") };
}
