using Microsoft.Extensions.Logging.Abstractions;

namespace HandoffBot.Tests.Leadership;

public sealed class LeaderTests
{
    [Fact]
    public async Task What_fails_because_the_term_ends_does_not_keep_from_the_next_one()
    {
        using var leader = new LostAtTheLook();
        using var enough = new CancellationTokenSource();

        var leading = leader.WhileHeldAsync(
            _ => leader.IsHeld ? throw new ObjectDisposedException("transaction") : Task.CompletedTask,
            NullLogger.Instance,
            enough.Token
        );
        await leader.FollowsAsync();
        var wentOn = !leading.IsCompleted;
        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leading);
        Assert.True(wentOn);
    }
}
