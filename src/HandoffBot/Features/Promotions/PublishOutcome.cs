namespace HandoffBot.Features.Promotions;

/// <summary>The answers to "announce it".</summary>
internal enum PublishOutcome
{
    Published,

    /// <summary>The team has no sales chat yet.</summary>
    NoSalesChat,

    /// <summary>The day it should start on went by while it was looked at.</summary>
    AlreadyPast,
}
