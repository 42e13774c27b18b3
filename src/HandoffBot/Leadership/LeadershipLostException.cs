namespace HandoffBot.Leadership;

/// <summary>Another process may speak by now: nothing more may be sent from this one.</summary>
internal sealed class LeadershipLostException() : Exception("Another process may speak by now.");
