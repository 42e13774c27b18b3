using HandoffBot.Sandbox.World;

namespace HandoffBot.Sandbox.BotApi;

/// <summary>A method that does its work in one change of the world.</summary>
internal abstract class WorldMethod : IMethod
{
    public virtual Task<Answer> AnswerAsync(BotCall call, CancellationToken cancellationToken) =>
        Task.FromResult(call.World.Change(draft => Do(call, draft)));

    protected abstract Answer Do(BotCall call, Draft draft);
}
