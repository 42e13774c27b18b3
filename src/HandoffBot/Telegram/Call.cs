namespace HandoffBot.Telegram;

/// <summary>What was asked of Telegram: the same refusal can mean different things.</summary>
internal enum Call
{
    Send,
    Edit,
    Delete,
    Pin,
    React,
    AnswerPress,
    Other,
}
