using System.Net;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Tests.Sandbox;

public sealed class FaultsTests : StageTest
{
    [Theory]
    [InlineData(nameof(FaultKind.TooManyRequests), "429 Too Many Requests: retry after 7")]
    [InlineData(nameof(FaultKind.ServerError), "500 Internal Server Error: restart")]
    [InlineData(nameof(FaultKind.Unauthorized), "401 Unauthorized")]
    public async Task Ordered_fault_hits_as_many_calls_as_ordered_and_nothing_happens(string kind, string verdict)
    {
        World.Faults.Order(new Fault(Enum.Parse<FaultKind>(kind)) { Times = 2, RetryAfter = 7 });
        var before = World.View;

        Assert.Equal(verdict, (await Send(Group)).Verdict);
        Assert.Equal(verdict, (await Send(Group)).Verdict);
        Assert.Same(before, World.View);
        Assert.Equal(200, (await Send(Group)).Status);
    }

    [Fact]
    public async Task Fault_hits_only_the_method_and_chat_it_was_ordered_for()
    {
        World.Faults.Order(new Fault(FaultKind.ServerError) { Method = "sendMessage", ChatId = Group });

        var elsewhere = await Send(Boris.Id);
        var otherMethod = await Stage.CallAsync("getChat", ("chat_id", Group));
        var hit = await Send(Group);

        Assert.Equal((200, 200, 500), (elsewhere.Status, otherMethod.Status, hit.Status));
    }

    [Fact]
    public async Task Bad_gateway_is_a_page_of_html()
    {
        World.Faults.Order(new Fault(FaultKind.BadGateway));

        var reply = await Send(Group);

        Assert.Equal((int)HttpStatusCode.BadGateway, reply.Status);
        Assert.StartsWith("<html>", reply.Body);
    }

    [Fact]
    public async Task Cut_before_has_no_effect_and_a_lost_answer_has()
    {
        World.Faults.Order(new Fault(FaultKind.CutBefore));
        World.Faults.Order(new Fault(FaultKind.AnswerLost));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Send(Group, "never"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Send(Group, "unheard"));

        var said = World.View.Messages(Group).Select(message => message.Text).ToList();
        Assert.DoesNotContain("never", said);
        Assert.Contains("unheard", said);
        Assert.Equal([0, 0], World.Calls.Recent().Select(call => call.Status));
    }

    [Fact]
    public async Task Flood_wait_may_come_without_a_time()
    {
        World.Faults.Order(new Fault(FaultKind.TooManyRequests));

        var reply = await Send(Group);

        Assert.Equal(429, reply.Status);
        Assert.Null(reply.RetryAfterHeader);
    }
}
