using HandoffBot.Persistence;

namespace HandoffBot.Tests.Support;

/// <summary>The one writer, held up until it is let go: what is asked of it meanwhile is one batch.</summary>
internal sealed class HeldWriter
{
    private readonly TaskCompletionSource held = new();
    private readonly TaskCompletionSource letGo = new();
    private readonly Task before;

    private HeldWriter(TestBot bot) =>
        before = bot.CommitAsync(_ =>
        {
            held.TrySetResult();
            return letGo.Task;
        });

    public static async Task<HeldWriter> HoldAsync(TestBot bot)
    {
        var writer = new HeldWriter(bot);
        await writer.held.Task;
        return writer;
    }

    public async Task LetGoAsync()
    {
        letGo.SetResult();
        await before;
    }

    /// <summary>All in one batch. What failed answers 0.</summary>
    public static async Task<IReadOnlyList<long>> TogetherAsync(
        TestBot bot,
        IReadOnlyList<Func<WorkScope, Task<long>>> works
    )
    {
        var writer = await HoldAsync(bot);
        var writes = works.Select(work => bot.CommitAsync(work)).ToList();
        await writer.LetGoAsync();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);
        return [.. writes.Select(w => w.IsFaulted ? 0 : w.Result)];
    }
}
