using System.Threading.Channels;
using HandoffBot.Chat;

namespace HandoffBot.Tests.Telegram;

/// <summary>A sink that keeps what it is given, and can be made to dawdle or to fail.</summary>
internal sealed class HeardUpdates : IUpdateSink
{
    private readonly Channel<Incoming> heard = Channel.CreateUnbounded<Incoming>();
    private readonly Channel<Incoming> parked = Channel.CreateUnbounded<Incoming>();

    /// <summary>Runs before an update counts as heard; what it throws, the sink throws.</summary>
    public Func<Incoming, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<string> LeftOver { get; set; } = [];

    public bool IsFull { get; set; }

    public Task<Incoming> NextAsync() => ReadAsync(heard);

    public Task<Incoming> NextParkedAsync() => ReadAsync(parked);

    public bool IsQuiet => heard.Reader.Count == 0;

    public async Task HandleAsync(Incoming update, string payload, CancellationToken cancellationToken)
    {
        await Before(update).WaitAsync(cancellationToken);
        heard.Writer.TryWrite(update);
    }

    public Task ParkAsync(Incoming update, string payload, CancellationToken cancellationToken)
    {
        parked.Writer.TryWrite(update);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> ResumeAsync(long botId, CancellationToken cancellationToken) =>
        Task.FromResult(LeftOver);

    private static async Task<T> ReadAsync<T>(Channel<T> channel) =>
        await channel
            .Reader.ReadAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(10));
}
