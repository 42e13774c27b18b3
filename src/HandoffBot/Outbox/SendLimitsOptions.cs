using HandoffBot.Settings;
using Microsoft.Extensions.Options;

namespace HandoffBot.Outbox;

/// <summary>How much may be sent. Telegram publishes no exact numbers; these are those of its bot FAQ. 0 is no limit.</summary>
internal sealed class SendLimitsOptions
{
    public const string Section = "SendLimits";

    /// <summary>Messages and edits in one group within any minute.</summary>
    [Between("SendLimits:PerGroupPerMinute", 0, 1000)]
    public int PerGroupPerMinute { get; init; } = 20;

    /// <summary>Messages and edits in one chat within a second, once <see cref="ChatBurst"/> is used up.</summary>
    [Between("SendLimits:PerChatPerSecond", 0, 100)]
    public int PerChatPerSecond { get; init; } = 1;

    /// <summary>How many may go to a chat at once after a rest.</summary>
    [Between("SendLimits:ChatBurst", 1, 100)]
    public int ChatBurst { get; init; } = 3;

    /// <summary>Messages and edits of the whole bot within any second.</summary>
    [Between("SendLimits:PerSecond", 0, 1000)]
    public int PerSecond { get; init; } = 30;
}

[OptionsValidator]
internal sealed partial class SendLimitsOptionsValidator : IValidateOptions<SendLimitsOptions>;
