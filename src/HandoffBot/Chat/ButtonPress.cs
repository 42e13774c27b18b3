namespace HandoffBot.Chat;

/// <summary>
/// What a pressed button carries: a verb (1–10 letters a–z) and up to three numbers, nothing else. Who may, and whether it still makes
/// sense, is decided from the rows when it comes back.
/// </summary>
internal sealed record ButtonPress(string Verb, long About = 0, long Choice = 0, long Extra = 0);
