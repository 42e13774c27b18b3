using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Outbox;
using HandoffBot.Ticks;

namespace HandoffBot;

/// <summary>Contents page 2: what follows what. Buttons, commands, things heard, dialogues; and what is said after each event.</summary>
internal static partial class Routes
{
    public static void Add(IServiceCollection services)
    {
        services.AddKeyedScoped<IButton, DialogueButton>(DialogueButton.Verb);

        services.AddScoped<IListener<TextWritten>>(s => s.GetRequiredService<DialogueEngine>());

        Says<SayText>(services);
        Says<AskStep>(services);
    }

    /// <summary>What is looked through every few seconds.</summary>
    public static void Add(Sweeps sweeps)
    {
        _ = sweeps;
    }

    private static void Says<T>(IServiceCollection services)
        where T : class, IDelivery => services.AddKeyedScoped<IDelivery, T>(typeof(T).Name);
}
