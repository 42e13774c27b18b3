namespace HandoffBot.Domain.Team;

/// <summary>A chat or topic the bot knows, and what it is for.</summary>
internal sealed class TeamChat
{
    public required long ChatId { get; init; }

    /// <summary>0 is no topic, or General.</summary>
    public int ThreadId { get; init; }

    /// <summary>Null: a private chat, or one nobody has given to a team yet.</summary>
    public TeamId? Team { get; private set; }

    public ChatKind Kind { get; private set; }

    public ChatState State { get; private set; }

    public required string Title { get; set; }

    /// <summary>Why it takes no messages, as the messenger said it.</summary>
    public string? HeldBecause { get; private set; }

    /// <summary>Telegram's own pause: nothing is sent there sooner.</summary>
    public DateTimeOffset? NotBeforeAt { get; set; }

    /// <summary>The supergroup this group became.</summary>
    public long? MovedTo { get; private set; }

    public bool BotIsAdmin { get; set; }

    public bool BotCanPin { get; set; }

    /// <summary>A chat anybody can join: new people there wait for the manager.</summary>
    public bool IsPublic { get; set; }

    /// <summary>Who added the bot, and is asked in private what the chat is for.</summary>
    public PersonId? AddedBy { get; set; }

    public void Serve(TeamId team, ChatKind kind) => (Team, Kind, State) = (team, kind, ChatState.Active);

    /// <summary>It serves nobody, until somebody says what it is for.</summary>
    public void Free() =>
        (Team, Kind, State, HeldBecause, MovedTo) = (null, ChatKind.Unsettled, ChatState.Active, null, null);

    /// <summary>What it is for is known, but not yet for which team.</summary>
    public void MeantFor(ChatKind kind) => Kind = kind;

    public void Hold(string why)
    {
        if (State is ChatState.Active)
        {
            (State, HeldBecause) = (ChatState.Held, why);
        }
    }

    public void Return()
    {
        if (State is ChatState.Held)
        {
            (State, HeldBecause) = (ChatState.Active, null);
        }
    }

    /// <summary>Another chat took its place.</summary>
    public void Lose(long? movedTo = null) => (State, MovedTo) = (ChatState.Lost, movedTo);
}

/// <summary>What a chat is for.</summary>
internal enum ChatKind
{
    Unsettled,
    Private,
    Sales,
    Marketing,
}

/// <summary>Whether a chat takes messages: Held waits for its return, Lost never comes back.</summary>
internal enum ChatState
{
    Active,
    Held,
    Lost,
}
