using System.Diagnostics;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Takes one HTTP request from the address to the answer, with ordered faults on the way, and logs it.</summary>
internal sealed class Endpoint(TelegramWorld world)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
            {
                throw Refusal.Bare(StatusCodes.Status501NotImplemented);
            }

            if (world.Faults.IsCut)
            {
                http.Abort();
                return;
            }

            await HandleAsync(http, Address.Read(http.Request.Path.Value ?? ""));
        }
        catch (Refusal refusal)
        {
            await Envelope.WriteAsync(http, refusal);
        }
        catch (BadHttpRequestException bad)
        {
            await Envelope.WriteAsync(http, Refusal.Bare(bad.StatusCode));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller hung up; there is nobody to answer.
        }
    }

    private async Task HandleAsync(HttpContext http, Address address)
    {
        var bot = world.View.BotByToken(address.Token) ?? throw new Refusal(401, "Unauthorized");
        if (address.IsFile)
        {
            await Download.WriteAsync(http, world, address.Rest);
            return;
        }

        var parameters = await ParameterReader.ReadAsync(http.Request, http.RequestAborted);
        var method = address.Rest.Length > 0 ? address.Rest : parameters.Text("method");
        var call = new BotCall(world, bot, Methods.ProperName(method), parameters);
        var started = Stopwatch.GetTimestamp();
        var response = await RespondAsync(call, http.RequestAborted);

        // Logged before it is written, so that whoever has the answer finds the call in the log.
        Log(call, response, Stopwatch.GetElapsedTime(started));
        await response.WriteAsync(http);
    }

    private void Log(BotCall call, Response response, TimeSpan took) =>
        world.Calls.Add(
            new Call(0, world.Clock.GetUtcNow(), call.Method, call.ChatId)
            {
                Status = response.Status,
                Took = took,
                Delayed = call.Delayed,
                Description = call.Note,
                MessageId = call.MessageId,
            }
        );

    private async Task<Response> RespondAsync(BotCall call, CancellationToken aborted)
    {
        try
        {
            return await CarryOutAsync(call, aborted);
        }
        catch (Refusal refusal)
        {
            call.Note = refusal.Message;
            return Response.Of(refusal);
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            return Response.Cut;
        }
        catch (Exception bug)
        {
            // A mistake of the look-alike must be seen on the page, not look like a broken connection.
            call.Note = $"Internal Server Error: {bug.GetType().Name}: {bug.Message}";
            return Response.Of(new Refusal(StatusCodes.Status500InternalServerError, call.Note));
        }
    }

    private async Task<Response> CarryOutAsync(BotCall call, CancellationToken aborted)
    {
        var method = Methods.Find(call.Method);
        var fault = world.Faults.TakeFor(call.Method, call.ChatId);
        if (FaultyAnswer.InsteadOf(fault) is { } faulty)
        {
            return faulty;
        }

        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var answering = method.AnswerAsync(call, hangUp.Token);
        if (!answering.IsCompleted && await Task.WhenAny(answering, world.Faults.Cutting) != answering)
        {
            await hangUp.CancelAsync();
            await ((Task)answering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return Response.Cut;
        }

        var answer = await answering;
        if (fault is { Kind: FaultKind.AnswerLate })
        {
            await Task.Delay(Late, world.Clock, aborted);
        }

        return fault is { Kind: FaultKind.AnswerLost } || world.Faults.IsCut ? Response.Cut : Response.Of(answer);
    }
}
