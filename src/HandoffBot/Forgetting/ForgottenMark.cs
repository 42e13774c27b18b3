namespace HandoffBot.Forgetting;

/// <summary>Somebody was forgotten then: a mark that only the key of this installation can make again, nothing else.</summary>
internal sealed record ForgottenMark
{
    /// <summary>HMAC-SHA256 of one phone, e-mail or account, 64 hexadecimal digits in lower case.</summary>
    public required string Hmac { get; init; }

    public required DateTimeOffset At { get; init; }
}
