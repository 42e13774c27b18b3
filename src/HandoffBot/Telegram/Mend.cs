namespace HandoffBot.Telegram;

/// <summary>What to leave out, or put in, so that a refused message passes after all.</summary>
internal enum Mend
{
    None,
    WithoutFormatting,
    WithoutButtons,
    WithoutReply,
    WithoutPicture,
    WithPictureBytes,

    /// <summary>Half as long, cut at a line.</summary>
    Shorter,
}
