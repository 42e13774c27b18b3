namespace HandoffBot.Features.Promotions;

internal static class PromotionsSetup
{
    public static void AddPromotions(this IServiceCollection services)
    {
        services.AddScoped<PublishPromotion>();
        services.AddScoped<PromotionNews>();
    }
}
