using HandoffBot.Chat;
using HandoffBot.Dialogues;
using HandoffBot.Features.Digest;
using HandoffBot.Features.Feedback;
using HandoffBot.Features.Promotions;
using HandoffBot.Outbox;
using HandoffBot.Ticks;

namespace HandoffBot;

/// <summary>Contents page 2: what follows what. Buttons, commands, things heard, dialogues; and what is said after each event.</summary>
internal static partial class Routes
{
    public static void Add(IServiceCollection services)
    {
        services.AddKeyedScoped<IButton, DialogueButton>(DialogueButton.Verb);
        services.AddKeyedScoped<IButton, GiveReadiness>(GiveReadiness.Verb);

        services.AddKeyedScoped<ICommand, AnnouncePromotion>(AnnouncePromotion.Name);

        services.AddKeyedScoped<IDialogue, PromotionDialogue>(PromotionDialogue.Kind);
        services.AddKeyedScoped<IDialogue, ExplainReadiness>(ExplainReadiness.Kind);

        services.AddScoped<IListener<TextWritten>>(s => s.GetRequiredService<DialogueEngine>());

        Says<SayText>(services);
        Says<AskStep>(services);
        Says<PostPromotion>(services);
        Says<PinPromotion>(services);
        Says<ShowReadiness>(services);
        Says<ReportBadLeads>(services);
        Says<PostWeekly>(services);
        Says<SendDaily>(services);
    }

    /// <summary>What is looked through every few seconds.</summary>
    public static void Add(Sweeps sweeps)
    {
        sweeps.Add<SweepBadLeads>();
        sweeps.Add<SweepDigests>();
    }

    private static void Says<T>(IServiceCollection services)
        where T : class, IDelivery => services.AddKeyedScoped<IDelivery, T>(typeof(T).Name);
}
