namespace HandoffBot.Dialogues;

internal static class DialoguesSetup
{
    public static void AddDialogues(this IServiceCollection services)
    {
        services.AddScoped<DialogueBook>();
        services.AddScoped<DialogueEngine>();
    }
}
