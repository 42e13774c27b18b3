namespace HandoffBot.Tests.Support;

/// <summary>Tests that run while no other does: whoever scrapes one bot sees the meters of every bot in the process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
