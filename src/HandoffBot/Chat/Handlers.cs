namespace HandoffBot.Chat;

/// <summary>What a button does. Runs inside the writer's transaction; its answer is given after the commit.</summary>
internal interface IButton
{
    Task<PressAnswer> PressAsync(ButtonPressed pressed, CancellationToken cancellationToken);
}

/// <summary>What a command does. Runs inside the writer's transaction; what it says goes through the outbox.</summary>
internal interface ICommand
{
    Task GiveAsync(CommandGiven command, CancellationToken cancellationToken);
}

/// <summary>Hears one kind of thing; several are asked in the order of <see cref="Routes"/> until one says it was meant.</summary>
internal interface IListener<in T>
    where T : Incoming
{
    Task<bool> HearAsync(T update, CancellationToken cancellationToken);
}
