using System.Net;
using HandoffBot.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Intake;

public sealed class IntakeDeskTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Database_that_cannot_be_read_is_a_reason_to_come_back(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        await stage.Bot.CommitAsync(s => s.Db.Database.ExecuteSqlRawAsync("alter table sources rename to lost"));

        var answer = await stage.PostAsync(new { phone = "+79123451234" });
        await stage.Bot.CommitAsync(s => s.Db.Database.ExecuteSqlRawAsync("alter table lost rename to sources"));
        var again = await stage.PostAsync(new { phone = "+79123451234" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.NotNull(answer.RetryAfter);
        Assert.Equal(HttpStatusCode.Accepted, again.Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Full_queue_takes_nothing_and_says_when_to_come_back(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var writer = stage.Bot.Services.GetRequiredService<CommitWriter>();
        var (gate, entered) = (new TaskCompletionSource(), new TaskCompletionSource());
        var blocking = stage.Bot.CommitAsync(_ =>
        {
            entered.SetResult();
            return gate.Task;
        });
        await entered.Task;
        var queued = new List<Task>();
        while (writer.TryCommit((_, _) => Task.FromResult(true)) is { } one)
        {
            queued.Add(one);
        }

        var answer = await stage.PostAsync(new { externalId = "a", phone = "+79123451234" });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("phone", "+79123451234")]);
        var page = await stage.SubmitAsync(form);
        gate.SetResult();
        await Task.WhenAll([blocking, .. queued]);
        var again = await stage.PostAsync(new { externalId = "a", phone = "+79123451234" });

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.Status, answer.Type));
        Assert.NotNull(answer.RetryAfter);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.Status, page.Type));
        Assert.Equal((HttpStatusCode.Accepted, """{"lead":"L-1"}"""), (again.Status, again.Body));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Lead_of_a_sender_who_has_gone_meanwhile_is_kept(StorageProvider provider)
    {
        await using var stage = await IntakeStage.StartAsync(provider);
        var writer = stage.Bot.Services.GetRequiredService<CommitWriter>();
        var (gate, entered) = (new TaskCompletionSource(), new TaskCompletionSource());
        var blocking = stage.Bot.CommitAsync(_ =>
        {
            entered.SetResult();
            return gate.Task;
        });
        await entered.Task;
        using var leaving = new CancellationTokenSource();
        var posting = stage.PostAsync(new { phone = "+79123451234" }, cancellationToken: leaving.Token);
        while (writer.Waiting == 0)
        {
            await Task.Yield();
        }

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => posting);
        gate.SetResult();
        await blocking;
        await stage.Bot.CommitAsync(_ => Task.CompletedTask);

        Assert.Equal(1, await stage.Bot.ReadAsync(db => db.Leads.CountAsync()));
    }
}
