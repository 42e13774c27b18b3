using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace HandoffBot.Load.Inside;

/// <summary>The point between a lead's commit and the answer to its sender.</summary>
internal sealed class FatefulAnswers(Fate fate) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (http, then) =>
                {
                    http.Response.OnStarting(() => Pass(http.Response));
                    return then(http);
                }
            );
            next(app);
        };

    private Task Pass(HttpResponse answer)
    {
        if (answer.StatusCode == StatusCodes.Status202Accepted)
        {
            fate.Pass(DeathPoint.BeforeAccepted);
        }

        return Task.CompletedTask;
    }
}
