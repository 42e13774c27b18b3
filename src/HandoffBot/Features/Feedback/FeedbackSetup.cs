namespace HandoffBot.Features.Feedback;

internal static class FeedbackSetup
{
    public static void AddFeedback(this IServiceCollection services) => services.AddScoped<BadLeadsQuery>();
}
