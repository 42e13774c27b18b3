using System.Diagnostics;
using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>Takes one HTTP request from the address to the answer, with ordered faults on the way, and logs it.</summary>
internal sealed class Endpoint(TelegramWorld world)
{
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
        var status = 0;
        try
        {
            status = await AnswerAsync(http, call);
        }
        catch (Refusal refusal)
        {
            (status, call.Note) = (refusal.Status, refusal.Message);
            throw;
        }
        finally
        {
            world.Calls.Add(
                new Call(0, world.Clock.GetUtcNow(), call.Method, call.ChatId)
                {
                    Status = status,
                    Took = Stopwatch.GetElapsedTime(started),
                    Delayed = call.Delayed,
                    Description = call.Note,
                }
            );
        }
    }

    /// <summary>Answers the status sent; 0 when the connection was cut instead.</summary>
    private async Task<int> AnswerAsync(HttpContext http, BotCall call)
    {
        var method = Methods.Find(call.Method);
        var fault = world.Faults.TakeFor(call.Method, call.ChatId);
        if (fault is not null && await FaultyAnswer.WriteInsteadAsync(http, fault) is { } status)
        {
            return status;
        }

        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var answering = method.AnswerAsync(call, hangUp.Token);
        if (!answering.IsCompleted && await Task.WhenAny(answering, world.Faults.Cutting) != answering)
        {
            await hangUp.CancelAsync();
            await ((Task)answering).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            http.Abort();
            return 0;
        }

        var answer = await answering;
        if (fault is { Kind: FaultKind.AnswerLost } || world.Faults.IsCut)
        {
            http.Abort();
            return 0;
        }

        await Envelope.WriteAsync(http, answer);
        return StatusCodes.Status200OK;
    }
}
