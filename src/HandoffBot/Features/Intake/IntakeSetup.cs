using HandoffBot.Features.Intake.ByHand;
using HandoffBot.Features.Intake.Forgetting;
using HandoffBot.Features.Intake.Lists;
using HandoffBot.Features.Intake.Sources;
using HandoffBot.Http;
using HandoffBot.Persistence;
using Microsoft.Extensions.Options;

namespace HandoffBot.Features.Intake;

internal static class IntakeSetup
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IntakeOptions>, IntakeOptionsValidator>();
        services.AddSingleton<KnownDoors>();
        services.AddSingleton<IntakeLimits>();
        services.AddSingleton<IntakeDesk>();
        services.AddScoped<Doors>();
        services.AddScoped<KnownLeads>();
        services.AddScoped<Joining>();
        services.AddScoped<ReceiveLead>();
        services.AddScoped<PostLead>();
        services.AddScoped<AddSource>();
        services.AddScoped<SignSource>();
        services.AddScoped<PostForm>();
        services.AddScoped<NewLeadQuestions>();
        services.AddScoped<SaveLead>();
        services.AddScoped<TeamCities>();
        services.AddLists();
        services.AddScoped<NamedPerson>().AddScoped<AskedByAdmin>().AddScoped<ForgettingDesk>();
        services.AddSingleton<PublicAddress>();
    }

    public static void MapIntake(this IEndpointRouteBuilder routes)
    {
        var guarded = routes
            .MapGroup("")
            .AddEndpointFilter(BusyWhenRowsCannotBeReadAsync)
            .WithMetadata(TracedVisit.Mark);
        guarded
            .MapPost("/api/leads", (HttpContext http, PostLead post) => post.HandleAsync(http))
            .WithName("PostLead")
            .WithSummary("Takes a lead")
            .Produces<LeadTaken>(StatusCodes.Status202Accepted)
            .Produces<LeadTaken>(StatusCodes.Status200OK)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        guarded
            .MapPost(
                "/f/{formKey}",
                (HttpContext http, string formKey, PostForm post) => post.HandleAsync(http, formKey)
            )
            .WithName("PostForm")
            .WithSummary("Takes a lead from a site's form")
            .Produces(StatusCodes.Status303SeeOther);
        routes.Map("/api/leads", IntakeProblem.OnlyPost).ExcludeFromDescription();
        routes.Map("/f/{formKey}", FormPage.OnlyPost).ExcludeFromDescription();
    }

    /// <summary>A database that does not answer is a reason to come back, not a bug.</summary>
    private static async ValueTask<object?> BusyWhenRowsCannotBeReadAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        try
        {
            return await next(context);
        }
        catch (Exception ex) when (StorageTrouble.Is(ex))
        {
            context.HttpContext.RequestServices.GetRequiredService<IntakeDesk>().CannotRead(ex);
            return IntakeProblem.Busy(context.HttpContext);
        }
    }
}
