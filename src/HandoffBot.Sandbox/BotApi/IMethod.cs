namespace HandoffBot.Sandbox.BotApi;

/// <summary>A method of the Bot API; its name is the class's, whatever the case.</summary>
internal interface IMethod
{
    Task<Answer> AnswerAsync(BotCall call, CancellationToken cancellationToken);
}
