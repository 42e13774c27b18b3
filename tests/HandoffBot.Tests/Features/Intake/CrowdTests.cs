using HandoffBot.Domain.Leads;
using HandoffBot.Features.Intake;
using HandoffBot.Persistence;
using HandoffBot.Tests.Persistence;
using HandoffBot.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffBot.Tests.Features.Intake;

public sealed class CrowdTests
{
    private const int Crowd = 5_000;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_five_thousand_at_once_as_many_wait_as_the_queue_holds_and_the_rest_is_told_at_once(
        StorageProvider provider
    )
    {
        await using var bot = await TestBot.StartAsync(provider);
        var door = await OneDoor.OfAsync(bot);
        var desk = bot.Services.GetRequiredService<IntakeDesk>();
        var writer = await HeldWriter.HoldAsync(bot);

        var posts = Enumerable.Range(1, Crowd).Select(n => desk.TakeAsync(door, Asked(n))).ToList();
        var toldAtOnce = posts.Count(p => p.IsCompletedSuccessfully);
        await writer.LetGoAsync();
        var taken = (await Task.WhenAll(posts)).OfType<ReceivedLead>().ToList();

        Assert.Equal(Crowd - CommitWriter.QueueLength, toldAtOnce);
        Assert.Equal(CommitWriter.QueueLength, taken.Select(t => t.Lead).Distinct().Count());
        Assert.Equal(CommitWriter.QueueLength, await bot.ReadAsync(db => db.Leads.CountAsync()));
    }

    private static NewInquiry Asked(int number) =>
        new()
        {
            KeyKind = InquiryKey.ExternalId,
            Key = $"c{number}",
            Email = $"c{number}@windows.example",
        };
}
