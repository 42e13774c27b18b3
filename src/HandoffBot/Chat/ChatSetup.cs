namespace HandoffBot.Chat;

internal static class ChatSetup
{
    public static void AddChat(this IServiceCollection services)
    {
        services.AddSingleton<Hearing>();
        services.AddScoped<Callers>();
        services.AddScoped<Setters>();
        services.AddScoped<OtherTeams>();
        services.AddScoped<HandOut>();
        services.AddScoped<Arrivals>();
        services.AddScoped<Dispatch>();
    }
}
