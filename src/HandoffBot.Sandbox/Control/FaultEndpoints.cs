using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.Control;

/// <summary>What is to go wrong between the bot and "Telegram".</summary>
internal sealed class FaultEndpoints(TelegramWorld world)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/sandbox/faults", Order);
        app.MapDelete("/sandbox/faults", world.Faults.Clear);
        app.MapPost("/sandbox/connection", Switch);
    }

    private void Order(FaultOrder order) =>
        world.Faults.Order(
            new Fault(Enum.Parse<FaultKind>(order.Kind))
            {
                Times = order.Times ?? int.MaxValue,
                Share = order.Share ?? 1,
                Method = order.Method,
                RetryAfter = order.RetryAfter,
            }
        );

    private void Switch(ConnectionSwitch wanted)
    {
        if (wanted.On)
        {
            world.Faults.Restore();
        }
        else
        {
            world.Faults.Cut();
        }
    }
}

/// <param name="Kind">As <see cref="FaultKind"/> names it.</param>
/// <param name="Times">How many calls; null: until it is taken away.</param>
/// <param name="Share">Of the calls it could hit, at random; null: all.</param>
/// <param name="Method">Null: every one but getUpdates and setMyCommands.</param>
/// <param name="RetryAfter">Seconds.</param>
internal sealed record FaultOrder(string Kind, int? Times, double? Share, string? Method, int? RetryAfter);

internal sealed record ConnectionSwitch(bool On);
